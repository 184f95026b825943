'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Auction } from '@/api/types';
import { isGateOpen, isHeldOutside } from '@/features/auctions/auction-model';
import { awardsQuery } from '@/features/results/api';
import { useCan } from '@/features/session/session-context';
import { Dialog } from '@/ui/dialog';
import { figure, money } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { Answered, Badge, Empty } from '@/ui/states';
import { bidsQuery } from '../api';
import { atExchange, peakQuantity, standing } from '../bid-model';
import { CopyDay } from './copy-day';

interface Props {
  auction: Auction;
  runId: string | null;
  openBid: string | null;
  onOpen: (bidId: string) => void;
  actions?: ReactNode;
}

export function Blotter({ auction, runId, openBid, onOpen, actions }: Props) {
  const bids = useQuery(bidsQuery(auction.id));
  const awards = useQuery(awardsQuery(auction.id, runId)).data ?? [];
  const mayWrite = useCan('bids:write');
  // awards of a real market are of revisions of its result, not of a run
  const ofRun = !isHeldOutside(auction);
  const [copying, setCopying] = useState(false);
  return (
    <Panel
      title="Own bids"
      meta={bids.data?.length ? `${bids.data.length}` : undefined}
      actions={
        <>
          {mayWrite && isGateOpen(auction) && (
            <Button variant="default" size="compact-xs" onClick={() => setCopying(true)}>
              Copy from a past day…
            </Button>
          )}
          {actions}
        </>
      }
      testId="blotter"
    >
      <Answered query={bids}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="No bids in this auction">
              Fill the grid above; Quick fill offers all an asset can do in two keys.
            </Empty>
          ) : (
            <table className="dense">
              <thead>
                <tr>
                  <th scope="col">Asset</th>
                  <th scope="col">Area</th>
                  <th scope="col">Side</th>
                  <th scope="col" className="n">
                    MW
                  </th>
                  <th scope="col">State</th>
                  {ofRun && (
                    <>
                      <th scope="col" className="n">
                        Award, MWh
                      </th>
                      <th scope="col" className="n">
                        Amount
                      </th>
                    </>
                  )}
                </tr>
              </thead>
              <tbody>
                {items.map((b) => {
                  const own = awards.filter((a) => a.bidId === b.id);
                  const amount = own.reduce((n, a) => n + a.amount, 0);
                  const state = standing(b);
                  return (
                    <tr
                      key={b.id}
                      data-clickable
                      data-selected={b.id === openBid}
                      onClick={() => onOpen(b.id)}
                    >
                      <th scope="row">
                        <button type="button" className="rowlink" title={b.label ?? undefined}>
                          {b.assetName}
                        </button>
                      </th>
                      <td>{b.areaCode}</td>
                      <td className={b.side === 'sell' ? 'down' : 'up'}>{b.side}</td>
                      <td className="n">{figure(peakQuantity(b), 1)}</td>
                      <td>
                        <Badge tone={state.tone} dot>
                          {state.text}
                        </Badge>
                        {b.atVenue && !state.text.includes('at exchange') && (
                          <span className="dim" title={atExchange(b)}>
                            {' '}
                            v{b.atVenue.versionNumber} at exchange
                          </span>
                        )}
                      </td>
                      {ofRun && (
                        <>
                          <td className="n">
                            {own.length
                              ? figure(
                                  own.reduce((n, a) => n + a.acceptedMwh, 0),
                                  1,
                                )
                              : '–'}
                          </td>
                          <td className={`n ${amount < 0 ? 'down' : amount > 0 ? 'up' : ''}`}>
                            {own.length ? money(amount, auction.currency, 0) : '–'}
                          </td>
                        </>
                      )}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )
        }
      </Answered>
      <Dialog opened={copying} onClose={() => setCopying(false)} title="Copy from a past day…" size="lg">
        <CopyDay auction={auction} onClose={() => setCopying(false)} />
      </Dialog>
    </Panel>
  );
}
