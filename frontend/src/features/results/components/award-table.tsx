import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { assetsQuery } from '@/features/assets/api';
import { waitingFor } from '@/features/auctions/auction-model';
import { figure, money } from '@/ui/format';
import { Answered, Empty } from '@/ui/states';
import { awardsQuery, explanationsQuery } from '../api';
import { byBidAndBlock, moneyByAsset, reasonText, sentenceFor } from '../award-model';
import { blockSpan } from '../block-span';
import type { DockProps } from './dock-props';
import classes from './results.module.css';

export function AwardTable({ auction, blocks, shown, block, onBlock, onArea }: DockProps) {
  const awards = useQuery(awardsQuery(auction.id, shown?.id ?? null));
  const assets = useQuery(assetsQuery).data;
  const bidIds = useMemo(() => [...new Set((awards.data ?? []).map((a) => a.bidId))], [awards.data]);
  const explained = useQueries({ queries: bidIds.map((id) => explanationsQuery(shown?.id ?? null, id)) });
  const explanations = byBidAndBlock(explained.flatMap((e) => e.data ?? []));
  const several = new Set((awards.data ?? []).map((a) => a.assetId)).size > 1;
  const assetName = (id: string) => assets?.find((a) => a.id === id)?.name ?? 'Asset';

  if (!shown)
    return (
      <Empty title="No awards yet">
        {auction.exchangeId
          ? waitingFor(auction, 'what your bids were awarded and earned stands here')
          : 'Enter a bid, submit it and run the auction; what it was awarded and earned stands here.'}
      </Empty>
    );
  return (
    <Answered query={awards}>
      {(items) =>
        items.length === 0 ? (
          <Empty
            title={
              auction.exchangeId ? 'No bid of yours took part' : `Run #${shown.number} had no bid of yours`
            }
          >
            {auction.exchangeId
              ? 'Nothing was bought or sold here.'
              : 'Reopen the gate, submit a bid, and run again to see what it earns and how it moves the price.'}
          </Empty>
        ) : (
          <>
            <div className={classes.moneyLine} data-testid="money">
              {moneyByAsset(items).map((m) => (
                <span key={m.assetId}>
                  {assetName(m.assetId)} <b>{figure(m.acceptedMwh, 1)} MWh</b>{' '}
                  <b className={m.amount < 0 ? 'down' : 'up'}>{money(m.amount, auction.currency)}</b>
                </span>
              ))}
              {items
                .filter((a) => a.block === block)
                .map((a) => (
                  <p key={a.id} className={classes.why} data-testid="why">
                    <b>Block {a.block}.</b> {sentenceFor(a, explanations)}
                  </p>
                ))}
            </div>
            <table className="dense" data-testid="awards">
              <thead>
                <tr>
                  <th scope="col" className="n">
                    Block
                  </th>
                  <th scope="col">Time</th>
                  {several && <th scope="col">Asset</th>}
                  <th scope="col" className="n">
                    Offered
                  </th>
                  <th scope="col" className="n">
                    Accepted
                  </th>
                  <th scope="col" className="n">
                    Price
                  </th>
                  <th scope="col" className="n">
                    Amount
                  </th>
                  <th scope="col">Why</th>
                </tr>
              </thead>
              <tbody>
                {items.map((a) => (
                  <tr
                    key={a.id}
                    data-clickable
                    data-selected={a.block === block}
                    onClick={() => {
                      onBlock(a.block);
                      onArea(a.areaCode);
                    }}
                  >
                    <th scope="row" className="n">
                      {a.block}
                    </th>
                    <td className="dim">{blockSpan(a.block, blocks, auction, true)}</td>
                    {several && (
                      <td>
                        {assetName(a.assetId)}{' '}
                        <span className={a.side === 'sell' ? 'down' : 'up'}>{a.side}</span>
                      </td>
                    )}
                    <td className="n">{figure(a.offeredMwh, 1)}</td>
                    <td className="n">{figure(a.acceptedMwh, 1)}</td>
                    <td className="n">{figure(a.price)}</td>
                    <td className={`n ${a.amount < 0 ? 'down' : 'up'}`}>{money(a.amount, a.currency)}</td>
                    <td title={sentenceFor(a, explanations)}>
                      {reasonText(a.reason)}
                      {a.blockOrder && <span className="dim"> · {a.blockOrder}</span>}
                      {a.carriedFrom && <span className="dim"> · from {a.carriedFrom}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )
      }
    </Answered>
  );
}
