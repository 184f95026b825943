'use client';
import { Button } from '@mantine/core';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { Auction, Market } from '@/api/types';
import { useChannel } from '@/features/live/use-live';
import { marketsQuery } from '@/features/market/api';
import { Panel } from '@/ui/panel';
import { Answered, Badge, Empty } from '@/ui/states';
import { calendarDay, moment, zoneName } from '@/ui/time';
import { importedQuery, runsQuery } from '../api';
import { AUCTION_TONE, marketTitle } from '../auction-model';

/** Days of real markets, brought in from files. */
export function ImportedDays() {
  const markets = useQuery(marketsQuery);
  const real = (markets.data ?? []).filter((m) => !m.simulated && m.takesOrders);
  const days = useQueries({
    queries: real.map((m) => importedQuery(m.code)),
    combine: (answers) => ({
      data: answers.some((a) => a.isPending)
        ? undefined
        : answers
            .flatMap((a) => a.data ?? [])
            .toSorted((a, b) => b.deliveryDay.localeCompare(a.deliveryDay) || b.id.localeCompare(a.id)),
      error: answers.find((a) => a.error)?.error ?? null,
      isPending: answers.some((a) => a.isPending),
      refetch: () => Promise.all(answers.map((a) => a.refetch())),
    }),
  });
  return (
    <Panel title="Imported days" meta={days.data ? `${days.data.length}` : undefined}>
      {real.map((m) => (
        <MarketWatch key={m.code} market={m} />
      ))}
      <Answered query={markets.data ? days : { ...markets, data: undefined as Auction[] | undefined }}>
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
            <DayTable items={items} />
          )
        }
      </Answered>
    </Panel>
  );
}

/** Renders nothing; keeps the list live for one market. */
function MarketWatch({ market }: { market: Market }) {
  const queries = useQueryClient();
  useChannel(`auctions.${market.code}`, () => void queries.invalidateQueries({ queryKey: ['auctions'] }));
  return null;
}

function DayTable({ items }: { items: Auction[] }) {
  const router = useRouter();
  const runs = useQueries({
    queries: items.map((a) => ({ ...runsQuery(a.id), enabled: Boolean(a.latestRunId) })),
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
                  <span className="dim">not run yet</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
