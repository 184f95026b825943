import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';
import type { Bid, MarketEvent } from '@/api/types';

/** Everything of one exchange lies under its key, so that an event can name what it has made old. */
const key = (exchangeId: string, ...rest: string[]) => ['exchange', exchangeId, ...rest];

export const overviewQuery = (exchangeId: string, day: string) =>
  queryOptions({
    queryKey: key(exchangeId, 'overview', day),
    queryFn: () =>
      must(
        api().GET('/api/v1/exchanges/{id}/days/{day}/overview', {
          params: { path: { id: exchangeId, day } },
        }),
      ),
  });

export const positionQuery = (exchangeId: string, day: string) =>
  queryOptions({
    queryKey: key(exchangeId, 'position', day),
    queryFn: () =>
      must(
        api().GET('/api/v1/exchanges/{id}/days/{day}/position', {
          params: { path: { id: exchangeId, day } },
        }),
      ),
  });

export const dayAuctionsQuery = (exchangeId: string, day: string) =>
  queryOptions({
    queryKey: key(exchangeId, 'auctions', day),
    queryFn: async () =>
      (await must(api().GET('/api/v1/auctions', { params: { query: { exchangeId, day, limit: 200 } } })))
        .items,
  });

/** A day of real time has 48 sessions; ten pages bound a server that never ends. */
const BID_PAGES = 10;

/** Own bids in all auctions of a day. */
export const dayBidsQuery = (exchangeId: string, day: string) =>
  queryOptions({
    queryKey: key(exchangeId, 'bids', day),
    queryFn: async () => {
      const bids: Bid[] = [];
      let cursor: string | null | undefined;
      for (let page = 0; page < BID_PAGES; page++) {
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
  });

/** The next events of the calendar: enough to hold the next gate of every market. */
export const pendingEventsQuery = (exchangeId: string) => eventsQuery(exchangeId, 'pending', 200);
/** What was done last, the latest first. */
export const doneEventsQuery = (exchangeId: string) => eventsQuery(exchangeId, 'done', DONE_SHOWN);
export const failedEventsQuery = (exchangeId: string) => eventsQuery(exchangeId, 'failed', 50);

export const DONE_SHOWN = 50;

const eventsQuery = (exchangeId: string, state: MarketEvent['state'], limit: number) =>
  queryOptions({
    queryKey: key(exchangeId, 'events', state),
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/exchanges/{id}/events', {
            params: { path: { id: exchangeId }, query: { state, limit } },
          }),
        )
      ).items,
  });
