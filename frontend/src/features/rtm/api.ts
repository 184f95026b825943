import { queryOptions } from '@tanstack/react-query';
import { api, done, must } from '@/api/client';
import type { Bid, StandingBid } from '@/api/types';

/** A day has 48 sessions: five pages hold the bids of twenty assets. */
const PAGES = 5;

/** Own bids of an exchange's delivery day, newest first. Under the exchange's key, as all that its events make old. */
export const dayBidsQuery = (exchangeId: string, day: string) =>
  queryOptions({
    queryKey: ['exchange', exchangeId, 'bids', day],
    queryFn: async () => {
      const bids: Bid[] = [];
      let cursor: string | null | undefined;
      for (let page = 0; page < PAGES; page++) {
        const answer = await must(
          api().GET('/api/v1/bids', {
            params: { query: { exchangeId, day, limit: 200, ...(cursor ? { cursor } : {}) } },
          }),
        );
        bids.push(...(answer.items as Bid[]));
        cursor = answer.nextCursor;
        if (!cursor) break;
      }
      return bids;
    },
    enabled: exchangeId !== '' && day !== '',
  });

export const standingQuery = (exchangeId: string) =>
  queryOptions({
    queryKey: ['exchange', exchangeId, 'standing'],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/exchanges/{id}/standing-bids', { params: { path: { id: exchangeId } } }),
        )
      ).items,
    enabled: exchangeId !== '',
  });

export type StandingInput = Pick<StandingBid, 'areaCode' | 'side' | 'points'>;

export const setStanding = (call: {
  exchangeId: string;
  assetId: string;
  input: StandingInput;
}): Promise<StandingBid> =>
  must(
    api().PUT('/api/v1/exchanges/{id}/standing-bids/{assetId}', {
      params: { path: { id: call.exchangeId, assetId: call.assetId } },
      body: call.input,
    }),
  );

export const endStanding = (standing: StandingBid): Promise<void> =>
  done(
    api().DELETE('/api/v1/exchanges/{id}/standing-bids/{assetId}', {
      params: { path: { id: standing.exchangeId, assetId: standing.assetId } },
    }),
  );
