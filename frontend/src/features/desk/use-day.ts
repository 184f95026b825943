'use client';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Auction, Bid, DayOverview, DayPosition } from '@/api/types';
import { assetsQuery } from '@/features/assets/api';
import type { SeenExchange } from '@/features/exchange/api';
import { exchangesQuery } from '@/features/exchange/api';
import { dayAuctionsQuery, dayBidsQuery, overviewQuery, positionQuery } from '@/features/exchange/day-api';
import { DAY_AHEAD } from '@/features/exchange/event-model';
import { areasQuery } from '@/features/market/api';
import { useCan } from '@/features/session/session-context';
import { dayPlus } from '@/ui/time';

const PAST_DAYS = 7;
/** A day that is over changes only while history is being cleared, and then its exchange says so. */
const PAST_STALE_MS = 600_000;
const NO_AUCTIONS: Auction[] = [];
const NO_BIDS: Bid[] = [];

export interface Day {
  overview: DayOverview | undefined;
  past: (DayOverview | undefined)[];
  auctions: Auction[];
  /** Undefined while they are asked for, or where the role may not read them. */
  position: DayPosition | undefined;
  bids: Bid[];
  areas: string[];
  /** Auctions or bids are not there yet: what looks empty need not be. */
  waiting: boolean;
  error: unknown;
}

/** Everything the desk shows of a delivery day; only what the role may read is asked for. */
export function useDay(exchange: SeenExchange, day: string): Day {
  const mayReadAwards = useCan('awards:read');
  const mayReadBids = useCan('bids:read');
  const shared = useQuery(exchangesQuery).data?.find((e) => e.scope === 'shared');
  const overview = useQuery(overviewQuery(exchange.id, day));
  const auctions = useQuery(dayAuctionsQuery(exchange.id, day));
  const areas = useQuery(areasQuery(DAY_AHEAD)).data;
  const position = useQuery({ ...positionQuery(exchange.id, day), enabled: mayReadAwards });
  const bids = useQuery({ ...dayBidsQuery(exchange.id, day), enabled: mayReadBids });
  const past = useQueries({
    queries: Array.from({ length: PAST_DAYS }, (_, i) => {
      const before = dayPlus(day, -1 - i);
      // What was before a sandbox is the shared exchange's past.
      const of = before < exchange.firstDay ? (shared?.id ?? exchange.id) : exchange.id;
      return { ...overviewQuery(of, before), staleTime: PAST_STALE_MS };
    }),
    combine: (answers) => answers.map((a) => a.data),
  });
  return {
    overview: overview.data,
    past,
    auctions: auctions.data ?? NO_AUCTIONS,
    position: position.data,
    bids: bids.data ?? NO_BIDS,
    areas: useMemo(() => (areas ?? []).map((a) => a.code), [areas]),
    waiting: auctions.isPending || (mayReadBids && bids.isPending),
    error: overview.error ?? auctions.error ?? position.error ?? bids.error,
  };
}

/** The first own asset's area on this grid; null while that is unknown or there is none. */
export function useOwnArea(areas: readonly string[]): { area: string | null; hasAsset: boolean | null } {
  const mayRead = useCan('assets:read');
  const assets = useQuery({ ...assetsQuery, enabled: mayRead }).data;
  const own = assets?.find((a) => areas.includes(a.areaCode));
  return { area: own?.areaCode ?? null, hasAsset: assets && areas.length > 0 ? own !== undefined : null };
}
