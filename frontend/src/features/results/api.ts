import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';

/** What a finished run found never changes. */
const FOREVER = Number.POSITIVE_INFINITY;

export const pricesQuery = (runId: string | null) =>
  queryOptions({
    queryKey: ['runs', runId, 'prices'],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/clearing-runs/{runId}/prices', { params: { path: { runId: runId ?? '' } } }),
        )
      ).areas,
    staleTime: FOREVER,
    enabled: runId !== null,
  });

export const flowsQuery = (runId: string | null) =>
  queryOptions({
    queryKey: ['runs', runId, 'flows'],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/clearing-runs/{runId}/flows', { params: { path: { runId: runId ?? '' } } }),
        )
      ).links,
    staleTime: FOREVER,
    enabled: runId !== null,
  });

/** What became of a run's block orders, by id. */
export const runBlocksQuery = (runId: string) =>
  infiniteQueryOptions({
    queryKey: ['runs', runId, 'blocks'],
    queryFn: ({ pageParam }) =>
      must(
        api().GET('/api/v1/clearing-runs/{runId}/blocks', {
          params: { path: { runId }, query: { limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    staleTime: FOREVER,
  });

/** The limit at which a rejected block would have been taken; the server clears the day a few times for it. */
export const acceptanceLimitQuery = (runId: string, blockId: string) =>
  queryOptions({
    queryKey: ['runs', runId, 'blocks', blockId, 'limit'],
    queryFn: () =>
      must(
        api().GET('/api/v1/clearing-runs/{runId}/blocks/{blockId}/acceptance-limit', {
          params: { path: { runId, blockId } },
        }),
      ),
    staleTime: FOREVER,
  });

export const curveQuery = (runId: string | null, area: string, block: number) =>
  queryOptions({
    queryKey: ['runs', runId, 'curve', area, block],
    queryFn: () =>
      must(
        api().GET('/api/v1/clearing-runs/{runId}/curves', {
          params: { path: { runId: runId ?? '' }, query: { area, block } },
        }),
      ),
    staleTime: FOREVER,
    enabled: runId !== null && area !== '',
    placeholderData: keepPreviousData,
  });

export const comparisonQuery = (auctionId: string, runA: string | null, runB: string | null) =>
  queryOptions({
    queryKey: ['auctions', auctionId, 'comparison', runA, runB],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/auctions/{auctionId}/comparison', {
            params: { path: { auctionId }, query: { runA: runA ?? '', runB: runB ?? '' } },
          }),
        )
      ).areas,
    staleTime: FOREVER,
    enabled: runA !== null && runB !== null,
  });

export const awardsQuery = (auctionId: string, runId: string | null) =>
  queryOptions({
    queryKey: ['awards', auctionId, runId],
    queryFn: () =>
      everyPage((cursor) =>
        must(
          api().GET('/api/v1/awards', {
            params: { query: { auctionId, ...(runId ? { runId } : {}), limit: 200, ...cursor } },
          }),
        ),
      ),
    enabled: runId !== null,
  });

export const explanationsQuery = (runId: string | null, bidId: string) =>
  queryOptions({
    queryKey: ['runs', runId, 'explanations', bidId],
    queryFn: () =>
      everyPage((cursor) =>
        must(
          api().GET('/api/v1/clearing-runs/{runId}/explanations', {
            params: { path: { runId: runId ?? '' }, query: { bidId, limit: 200, ...cursor } },
          }),
        ),
      ),
    staleTime: FOREVER,
    enabled: runId !== null && bidId !== '',
  });

export const positionsQuery = (auctionId: string, runId: string | null) =>
  queryOptions({
    queryKey: ['positions', auctionId, runId],
    queryFn: () => must(api().GET('/api/v1/positions', { params: { query: { auctionId } } })),
    enabled: runId !== null,
  });

/** One auction's own awards are a few hundred rows at most; ten pages bound a server that never ends. */
async function everyPage<T>(
  page: (cursor: { cursor?: string }) => Promise<{ items: T[]; nextCursor?: string | null }>,
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null | undefined;
  for (let n = 0; n < 10; n++) {
    const answer = await page(cursor ? { cursor } : {});
    all.push(...answer.items);
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  return all;
}
