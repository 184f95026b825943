import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { Job, Replay, ReplayRequest } from '@/api/types';

/** Newest first. */
export const replaysQuery = (auctionId: string) =>
  queryOptions({
    queryKey: ['auctions', auctionId, 'replays'],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/auctions/{auctionId}/replays', {
            params: { path: { auctionId }, query: { limit: 50 } },
          }),
        )
      ).items,
  });

const underWay = (state: string | undefined): boolean => state === 'queued' || state === 'running';

/** One replay. Asks again while its sweep is under way, should the socket be down. */
export const replayQuery = (auctionId: string, replayId: string | null) =>
  queryOptions({
    queryKey: ['auctions', auctionId, 'replays', replayId],
    queryFn: () =>
      must(
        api().GET('/api/v1/auctions/{auctionId}/replays/{replayId}', {
          params: { path: { auctionId, replayId: replayId ?? '' } },
        }),
      ),
    enabled: replayId !== null,
    refetchInterval: (q) => (underWay(q.state.data?.sweep?.state) ? 2_000 : false),
  });

export const makeReplay = (call: {
  auctionId: string;
  request: ReplayRequest;
  key: string;
}): Promise<Replay> =>
  must(
    api().POST('/api/v1/auctions/{auctionId}/replays', {
      params: { path: { auctionId: call.auctionId }, header: { 'Idempotency-Key': call.key } },
      body: call.request,
    }),
  );

/** Stops a sweep, whatever its state was when it was last seen. */
export async function cancelJob(jobId: string): Promise<Job> {
  const job = await must(api().GET('/api/v1/jobs/{id}', { params: { path: { id: jobId } } }));
  return must(
    api().POST('/api/v1/jobs/{id}/cancel', {
      params: { path: { id: jobId }, header: { 'If-Match': etag(job) } },
    }),
  );
}
