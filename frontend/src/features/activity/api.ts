import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';

const SHOWN = 100;

/** What happened to own bids, newest first; in one auction or in all. */
export const activityQuery = (auctionId?: string) =>
  queryOptions({
    queryKey: ['activity', auctionId ?? 'all'],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/activity', {
            params: { query: { limit: SHOWN, ...(auctionId ? { auctionId } : {}) } },
          }),
        )
      ).items,
  });
