import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';
import type { Auction, OutsideAuctionInput } from '@/api/types';

const PAGE = 25;
const AWARD_PAGE = 200;
/** Beside what the socket tells: a result that comes without one of our bids in it. */
const LOOK_EVERY = 60_000;

/** Auctions of real markets in which the organisation takes part, latest delivery day first. */
export const outsideAuctionsQuery = infiniteQueryOptions({
  queryKey: ['outside-auctions', 'list'],
  queryFn: ({ pageParam }) =>
    must(
      api().GET('/api/v1/outside-auctions', {
        params: { query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (last) => last.nextCursor ?? undefined,
  refetchInterval: LOOK_EVERY,
});

/** What the exchange awarded in an auction, as last revised. */
export const exchangeAwardsQuery = (auctionId: string) =>
  infiniteQueryOptions({
    queryKey: ['outside-auctions', auctionId, 'awards'],
    queryFn: ({ pageParam }) =>
      must(
        api().GET('/api/v1/outside-auctions/{id}/awards', {
          params: {
            path: { id: auctionId },
            query: { limit: AWARD_PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchInterval: LOOK_EVERY,
  });

export const joinAuction = (call: { input: OutsideAuctionInput; key: string }): Promise<Auction> =>
  must(
    api().POST('/api/v1/outside-auctions', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: call.input,
    }),
  );
