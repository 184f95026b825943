'use client';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import type { Auction, ExchangeConnection, Market, OutsideAuction } from '@/api/types';
import { AUCTION_TONE, auctionName } from '@/features/auctions/auction-model';
import { connectionsQuery } from '@/features/connections/api';
import { condition } from '@/features/connections/connection-model';
import { useChannel } from '@/features/live/use-live';
import { marketsQuery } from '@/features/market/api';
import { useCan } from '@/features/session/session-context';
import { More } from '@/ui/more';
import { Page, Panel } from '@/ui/panel';
import { Answered, Badge, Empty } from '@/ui/states';
import { calendarDay } from '@/ui/time';
import { outsideAuctionsQuery } from '../api';
import { bidsLine } from '../outside-model';
import { ExchangeAwards } from './exchange-awards';
import { JoinForm } from './join-form';
import { RealGate } from './real-gate';

/** Auctions of real markets in which the organisation takes part, and what they awarded. */
export function OutsidePage() {
  const queries = useQueryClient();
  const mayJoin = useCan('connections:write');
  const [joining, setJoining] = useState(false);
  const [shown, setShown] = useState<Auction | null>(null);
  const found = useInfiniteQuery(outsideAuctionsQuery);
  const joined = found.data?.pages.flatMap((page) => page.items) ?? [];
  // a bid's answer, and the award of one, are told there
  useChannel(useCan('bids:read') ? 'bids' : null, () => {
    void queries.invalidateQueries({ queryKey: ['outside-auctions'] });
  });
  return (
    <Page
      title="Real markets"
      hint="Auctions held by exchanges outside: bids go there by your connections, results come from there."
    >
      <Panel
        title="Auctions you take part in"
        testId="outside-auctions"
        meta={joined.length > 0 ? `${joined.length}${found.hasNextPage ? '+' : ''}` : undefined}
        actions={mayJoin && <Button onClick={() => setJoining(true)}>Take part in an auction</Button>}
      >
        {joining && <JoinForm onDone={() => setJoining(false)} />}
        {[...new Set(joined.map((j) => j.auction.marketCode))].map((code) => (
          <MarketWatch key={code} code={code} />
        ))}
        <Answered query={found}>
          {() =>
            joined.length === 0 ? (
              <Empty title="You take part in no auction of a real market yet">
                {mayJoin
                  ? 'Choose a market and a delivery day; its gate then opens and closes by the market’s calendar.'
                  : 'An owner or administrator has your organisation take part.'}
              </Empty>
            ) : (
              <>
                <AuctionTable joined={joined} shown={shown?.id ?? null} onShow={setShown} />
                <More of={found} label="Earlier auctions" />
              </>
            )
          }
        </Answered>
      </Panel>
      {shown && <ExchangeAwards auction={shown} />}
    </Page>
  );
}

/** Renders nothing; keeps the list live for one market. */
function MarketWatch({ code }: { code: string }) {
  const queries = useQueryClient();
  useChannel(
    `auctions.${code}`,
    () => void queries.invalidateQueries({ queryKey: outsideAuctionsQuery.queryKey }),
  );
  return null;
}

function AuctionTable({
  joined,
  shown,
  onShow,
}: {
  joined: readonly OutsideAuction[];
  shown: string | null;
  onShow: (auction: Auction) => void;
}) {
  const markets = useQuery(marketsQuery).data;
  const mayReadConnections = useCan('connections:read');
  const connections = useQuery({ ...connectionsQuery, enabled: mayReadConnections }).data;
  const mayReadAwards = useCan('awards:read');
  return (
    <table className="dense roomy">
      <thead>
        <tr>
          <th scope="col">Auction</th>
          <th scope="col">Delivery</th>
          <th scope="col">State</th>
          <th scope="col">Gate</th>
          {mayReadConnections && <th scope="col">Connection</th>}
          <th scope="col">Own bids</th>
          {mayReadAwards && (
            <th scope="col">
              <span className="sr">Awards</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {joined.map(({ auction: a, bids }) => (
          <tr key={a.id} data-selected={a.id === shown}>
            <th scope="row">
              <Link className="rowlink" href={`/auctions/${a.id}`}>
                {auctionName(a)}
              </Link>
            </th>
            <td>{calendarDay(a.deliveryDay)}</td>
            <td>
              <Badge tone={AUCTION_TONE[a.state]} dot>
                {a.state}
              </Badge>
            </td>
            <td>
              <RealGate auction={a} />
            </td>
            {mayReadConnections && (
              <td>
                <ConnectionState
                  market={markets?.find((m) => m.code === a.marketCode)}
                  connections={connections}
                />
              </td>
            )}
            <td>
              <OwnBids bids={bids} />
            </td>
            {mayReadAwards && (
              <td>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Awards of ${auctionName(a)}, ${calendarDay(a.deliveryDay)}`}
                  aria-pressed={a.id === shown}
                  onClick={() => onShow(a)}
                >
                  Awards
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ConnectionState({
  market,
  connections,
}: {
  market: Market | undefined;
  connections: readonly ExchangeConnection[] | undefined;
}) {
  if (!market || !connections) return null;
  const connection = connections.find((c) => c.operatorCode === market.operatorCode);
  if (!connection) return <Badge tone="bad">No connection</Badge>;
  const { word, tone } = condition(connection);
  return <Badge tone={tone}>{word}</Badge>;
}

function OwnBids({ bids }: { bids: OutsideAuction['bids'] }) {
  const line = bidsLine(bids);
  return line ? (
    <Badge tone={line.tone} dot>
      {line.text}
    </Badge>
  ) : (
    <span className="dim">none</span>
  );
}
