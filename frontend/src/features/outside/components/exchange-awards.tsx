'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Auction, ExchangeAward } from '@/api/types';
import { assetsQuery } from '@/features/assets/api';
import { auctionName } from '@/features/auctions/auction-model';
import { useCan } from '@/features/session/session-context';
import { figure } from '@/ui/format';
import { More } from '@/ui/more';
import { Panel } from '@/ui/panel';
import { Answered, Badge, Empty } from '@/ui/states';
import { clockTime, shortDay } from '@/ui/time';
import { exchangeAwardsQuery } from '../api';
import { AWARD_TONE, revisions } from '../outside-model';

/** What the exchange awarded, block by block, with the revision it stands in. */
export function ExchangeAwards({ auction }: { auction: Auction }) {
  const mayRead = useCan('awards:read');
  const found = useInfiniteQuery({ ...exchangeAwardsQuery(auction.id), enabled: mayRead });
  const awards = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (!mayRead) return null;
  return (
    <Panel
      title={`Awards of ${auctionName(auction)}, ${shortDay(auction.deliveryDay)}`}
      meta={awards.length > 0 ? `revision ${revisions(awards).join(', ')}` : undefined}
      testId="exchange-awards"
    >
      <Answered query={found}>
        {() =>
          awards.length === 0 ? (
            <Empty title="No award yet">
              The result comes from the exchange by its connection; what your bids were awarded stands here.
            </Empty>
          ) : (
            <>
              <AwardTable auction={auction} awards={awards} />
              <More of={found} label="More awards" />
            </>
          )
        }
      </Answered>
    </Panel>
  );
}

function AwardTable({ auction, awards }: { auction: Auction; awards: readonly ExchangeAward[] }) {
  const assets = useQuery(assetsQuery).data;
  return (
    <table className="dense">
      <thead>
        <tr>
          <th scope="col" className="n">
            Block
          </th>
          <th scope="col">Time</th>
          <th scope="col">Asset</th>
          <th scope="col">Side</th>
          <th scope="col" className="n">
            Offered, MW
          </th>
          <th scope="col" className="n">
            Awarded, MW
          </th>
          <th scope="col" className="n">
            MWh
          </th>
          <th scope="col" className="n">
            Price
          </th>
          <th scope="col" className="n">
            Revision
          </th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        {awards.map((a) => (
          <tr key={`${a.bidId} ${a.blockOrder} ${a.block}`}>
            <th scope="row" className="n">
              {a.block}
            </th>
            <td className="dim">{clockTime(a.startsAt, auction.timeZone)}</td>
            <td>
              {assets?.find((one) => one.id === a.assetId)?.name ?? 'Asset'}
              {a.blockOrder && <span className="dim"> · {a.blockOrder}</span>}
            </td>
            <td className={a.side === 'sell' ? 'down' : 'up'}>{a.side}</td>
            <td className="n">{figure(a.offeredMw, 3)}</td>
            <td className="n">{figure(a.awardedMw, 3)}</td>
            <td className="n">{figure(a.awardedMwh, 5)}</td>
            <td className="n">{figure(a.price)}</td>
            <td className="n">{a.revision}</td>
            <td>
              <Badge tone={AWARD_TONE[a.status]} dot>
                {a.status}
              </Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
