'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { type ReactNode, useMemo } from 'react';
import { standing } from '@/features/bids/bid-model';
import { sessionName } from '@/features/exchange/event-model';
import { figure } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { Badge, Empty, Waiting } from '@/ui/states';
import { blotterRows, quantityRange } from '../blotter-model';
import { dayAheadAuction } from '../gate-line';
import type { Day } from '../use-day';
import classes from './desk.module.css';

/** Own bids of the day in all markets; each leads to its auction. */
export function BidBlotter({
  data,
  hasAsset,
  actions,
}: {
  data: Day;
  hasAsset: boolean | null;
  actions?: ReactNode;
}) {
  const rows = useMemo(() => blotterRows(data.bids, data.auctions), [data.bids, data.auctions]);
  const dam = dayAheadAuction(data.auctions);
  return (
    <Panel
      title="Own bids"
      meta={rows.length ? `${rows.length}` : undefined}
      actions={actions}
      className={classes.blotter}
      testId="day-blotter"
    >
      {rows.length === 0 && data.waiting ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <Empty
          title="No bids on this day"
          action={
            hasAsset !== false &&
            dam?.state === 'open' && (
              <Button component={Link} href={`/auctions/${dam.id}`}>
                Bid in the day-ahead auction
              </Button>
            )
          }
        >
          {hasAsset === false
            ? 'Add an asset in an area of this grid first.'
            : dam?.state === 'scheduled'
              ? 'The day-ahead gate is not open yet.'
              : 'Bids in any market of this day are listed here.'}
        </Empty>
      ) : (
        <table className={`dense ${classes.tight}`}>
          <thead>
            <tr>
              <th scope="col">Asset</th>
              <th scope="col">Market</th>
              <th scope="col">Side</th>
              <th scope="col" className="n">
                MW
              </th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ bid, auction }) => {
              const state = standing(bid);
              return (
                <tr key={bid.id}>
                  <th scope="row" className={classes.name}>
                    <Link className="rowlink" href={`/auctions/${auction.id}`} title={bid.label ?? undefined}>
                      {bid.assetName}
                    </Link>
                  </th>
                  <td>{sessionName(auction.marketCode, auction.session)}</td>
                  <td className={bid.side === 'sell' ? 'down' : 'up'}>{bid.side}</td>
                  <td className="n">{range(quantityRange(bid))}</td>
                  <td>
                    <Badge tone={state.tone} dot>
                      {state.text}
                    </Badge>{' '}
                    <span className="dim">v{bid.versionNumber}</span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

const range = (q: { low: number; high: number } | null): string =>
  q === null ? '–' : q.low === q.high ? figure(q.high, 1) : `${figure(q.low, 1)}…${figure(q.high, 1)}`;
