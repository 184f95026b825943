'use client';
import { Button } from '@mantine/core';
import { type UseQueryResult, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { Auction, Market } from '@/api/types';
import { useChosenExchange } from '@/features/exchange/chosen-exchange';
import { REAL_TIME } from '@/features/exchange/event-model';
import { useChannel } from '@/features/live/use-live';
import { marketsQuery } from '@/features/market/api';
import { Page, Panel } from '@/ui/panel';
import { Answered, Badge, Empty } from '@/ui/states';
import { calendarDay, moment, zoneName } from '@/ui/time';
import { auctionsQuery, runsQuery } from '../api';
import { AUCTION_TONE, marketTitle } from '../auction-model';

export function AuctionList() {
  const markets = useQuery(marketsQuery);
  const exchange = useChosenExchange();
  const all = markets.data ?? [];
  const real = all.filter((m) => !m.simulated);
  const simulated = all.filter((m) => m.simulated && m.code !== REAL_TIME);
  const imported = useQueries({ queries: real.map((m) => auctionsQuery(m.code)), combine: joined });
  const ofExchange = useQueries({
    queries: simulated.map((m) => ({
      ...auctionsQuery(m.code, exchange?.id),
      enabled: exchange !== null,
    })),
    combine: joined,
  });
  return (
    <Page
      title="Auctions"
      hint="Each imported day is an auction of your own. Open one to bid into it and to clear it."
    >
      {all.map((m) => (
        <MarketWatch key={m.code} market={m} />
      ))}
      <Panel title="Imported days" meta={imported.data ? `${imported.data.length}` : undefined}>
        <Answered query={imported}>
          {(items) =>
            items.length === 0 ? (
              <Empty
                title="No imported day yet"
                action={
                  <Button component={Link} href="/imports">
                    Import a day
                  </Button>
                }
              >
                Bring in a day’s order books, or the generated sample day, and its auction appears here.
              </Empty>
            ) : (
              <AuctionTable items={items} />
            )
          }
        </Answered>
      </Panel>
      {exchange && (
        <Panel
          title={exchange.name}
          meta="simulated day-ahead auctions; real-time sessions stand on the desk"
          testId="exchange-auctions"
        >
          <Answered query={ofExchange}>{(items) => <AuctionTable items={items} />}</Answered>
        </Panel>
      )}
    </Page>
  );
}

/** Lists of several markets as one, latest day first. */
function joined(answers: UseQueryResult<Auction[]>[]) {
  const waiting = answers.some((a) => a.data === undefined);
  return {
    data: waiting
      ? undefined
      : answers.flatMap((a) => a.data ?? []).toSorted((a, b) => b.deliveryDay.localeCompare(a.deliveryDay)),
    error: answers.find((a) => a.error)?.error ?? null,
    isPending: waiting,
    refetch: () => Promise.all(answers.map((a) => a.refetch())),
  };
}

/** Renders nothing; keeps the list live for one market. */
function MarketWatch({ market }: { market: Market }) {
  const queries = useQueryClient();
  useChannel(`auctions.${market.code}`, () => void queries.invalidateQueries({ queryKey: ['auctions'] }));
  return null;
}

function AuctionTable({ items }: { items: Auction[] }) {
  const router = useRouter();
  const runs = useQueries({
    // The exchange runs its own auctions, once each.
    queries: items.map((a) => ({
      ...runsQuery(a.id),
      enabled: Boolean(a.latestRunId) && !a.exchangeId,
    })),
  });
  return (
    <table className="dense roomy">
      <thead>
        <tr>
          <th scope="col">Delivery day</th>
          <th scope="col">Market</th>
          <th scope="col">State</th>
          <th scope="col">Scope</th>
          <th scope="col">Gate</th>
          <th scope="col" className="n">
            Blocks
          </th>
          <th scope="col" className="n">
            Areas
          </th>
          <th scope="col">Last run</th>
        </tr>
      </thead>
      <tbody>
        {items.map((a, i) => {
          const last = runs[i]?.data?.[0];
          return (
            <tr key={a.id} data-clickable onClick={() => router.push(`/auctions/${a.id}`)}>
              <th scope="row">
                <Link className="rowlink" href={`/auctions/${a.id}`} onClick={(e) => e.stopPropagation()}>
                  {calendarDay(a.deliveryDay)}
                </Link>
              </th>
              <td>{marketTitle(a.marketCode)}</td>
              <td>
                <Badge tone={AUCTION_TONE[a.state]} dot>
                  {a.state}
                </Badge>
              </td>
              <td className="dim">{a.scope}</td>
              <td className="dim">
                {moment(a.gateClosesAt, a.timeZone)} {zoneName(a.timeZone, a.gateClosesAt)}
              </td>
              <td className="n">{a.blockCount}</td>
              <td className="n">{a.areas.length}</td>
              <td>
                {last ? (
                  <>
                    #{last.number} <span className="dim">{last.state}</span>
                  </>
                ) : (
                  <span className="dim">{a.latestRunId ? 'cleared' : 'not run yet'}</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
