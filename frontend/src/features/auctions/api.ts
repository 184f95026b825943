import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { Auction, ClearingRun } from '@/api/types';
import { isHeldOutside, isRunUnderWay } from './auction-model';

/** The imported days of a market; what exchanges trade is listed by exchange and day. */
export const importedQuery = (marketCode: string) =>
  queryOptions({
    queryKey: ['auctions', 'of-market', marketCode],
    queryFn: async () =>
      (
        await must(api().GET('/api/v1/auctions', { params: { query: { marketCode, limit: 100 } } }))
      ).items.filter((a) => !a.exchangeId && !isHeldOutside(a)),
  });

/** What takes bids now: of one exchange, or of imported days and real markets. */
export const openAuctionsQuery = (exchangeId: string | null) =>
  queryOptions({
    queryKey: ['auctions', 'open', exchangeId],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/auctions', {
            params: { query: { state: 'open', limit: 200, ...(exchangeId ? { exchangeId } : {}) } },
          }),
        )
      ).items,
  });

export const auctionQuery = (id: string) =>
  queryOptions({
    queryKey: ['auctions', id],
    queryFn: () => must(api().GET('/api/v1/auctions/{id}', { params: { path: { id } } })),
  });

export const blocksQuery = (id: string) =>
  queryOptions({
    queryKey: ['auctions', id, 'blocks'],
    queryFn: async () =>
      (await must(api().GET('/api/v1/auctions/{id}/blocks', { params: { path: { id } } }))).items,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const referenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['auctions', id, 'reference'],
    queryFn: () => must(api().GET('/api/v1/auctions/{id}/reference-prices', { params: { path: { id } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Newest first. Asks again while a run is under way, should the socket be down. */
export const runsQuery = (id: string) =>
  queryOptions({
    queryKey: ['auctions', id, 'runs'],
    queryFn: async () => {
      const page = await must(
        api().GET('/api/v1/auctions/{auctionId}/runs', {
          params: { path: { auctionId: id }, query: { limit: 100 } },
        }),
      );
      return page.items.toSorted((a, b) => b.number - a.number);
    },
    refetchInterval: (q) => (q.state.data?.some(isRunUnderWay) ? 2_000 : false),
  });

export const startRun = (call: { auctionId: string; key: string }): Promise<ClearingRun> =>
  must(
    api().POST('/api/v1/auctions/{auctionId}/runs', {
      params: { path: { auctionId: call.auctionId }, header: { 'Idempotency-Key': call.key } },
    }),
  );

export const reopenAuction = (auction: Auction): Promise<Auction> =>
  must(
    api().POST('/api/v1/auctions/{auctionId}/reopen', {
      params: { path: { auctionId: auction.id }, header: { 'If-Match': etag(auction) } },
    }),
  );

/** What never changes in an auction's life. */
const FIXED = ['blocks', 'reference', 'comparison'];

/** Fetches again what an event of an auction may have changed: its state and its runs. */
export const refreshAuction = (queries: QueryClient, auctionId: string): void =>
  void queries.invalidateQueries({
    queryKey: ['auctions', auctionId],
    predicate: (q) => !FIXED.includes(String(q.queryKey[2])),
  });
