import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';
import type { StopInput, TradingStop } from '@/api/types';

/** Stops that stand now, newest first. */
export const standingStopsQuery = queryOptions({
  queryKey: ['stops', 'standing'],
  queryFn: async () =>
    (await must(api().GET('/api/v1/stops', { params: { query: { standing: true, limit: 50 } } }))).items,
  refetchInterval: 60_000,
});

export const stoppedBidsQuery = (stop: TradingStop) =>
  queryOptions({
    queryKey: ['stops', stop.id, 'bids', stop.version],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/stops/{id}/bids', {
            params: { path: { id: stop.id }, query: { limit: 200 } },
          }),
        )
      ).items,
  });

export type StopScope = NonNullable<StopInput['scope']>;

/** What a stop would do; nothing is asked while its subject is not chosen. */
export const stopPreviewQuery = (scope: StopScope, subjectId: string | null) =>
  queryOptions({
    queryKey: ['stops', 'preview', scope, subjectId],
    queryFn: () =>
      must(
        api().GET('/api/v1/stops/preview', {
          params: { query: { scope, ...(subjectId ? { subjectId } : {}) } },
        }),
      ),
    enabled: scope === 'organization' || subjectId !== null,
    staleTime: 0,
  });

export const membersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: async () => (await must(api().GET('/api/v1/users', { params: { query: { limit: 200 } } }))).items,
});

export const placeStop = (call: { input: StopInput; key: string }): Promise<TradingStop> =>
  must(
    api().POST('/api/v1/stops', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: call.input,
    }),
  );

export const releaseStop = (call: { id: string; reason: string }): Promise<TradingStop> =>
  must(
    api().DELETE('/api/v1/stops/{id}', {
      params: { path: { id: call.id }, query: { reason: call.reason } },
    }),
  );
