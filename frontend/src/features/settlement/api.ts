import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, must, upload } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { Dispute, DisputeInput, ShadowSettlement, Statement } from '@/api/types';
import { exchangeOf, REALITY, type World } from './world';

const LARGEST_PAGE = 200;

const underWay = (state: string): boolean => state === 'queued' || state === 'running';

/** Newest first. Asks again while one is being calculated. */
export const statementsQuery = (world: World) =>
  queryOptions({
    queryKey: ['statements', world],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/statements', {
            params: { query: { exchangeId: exchangeOf(world), reality: world === REALITY, limit: 50 } },
          }),
        )
      ).items,
    refetchInterval: (q) => (q.state.data?.some((s) => underWay(s.state)) ? 1_000 : false),
  });

/** The days of every asset, by asset and date. */
export const daysQuery = (statementId: string) =>
  queryOptions({
    queryKey: ['statement', statementId, 'days'],
    queryFn: async () => {
      const days = [];
      let cursor: string | undefined;
      do {
        const page = await must(
          api().GET('/api/v1/statements/{id}/days', {
            params: { path: { id: statementId }, query: { limit: LARGEST_PAGE, cursor } },
          }),
        );
        days.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return days;
    },
  });

/** Lines of an asset's day, a page at a time. */
export const linesQuery = (statementId: string, assetId: string, day: string) =>
  infiniteQueryOptions({
    queryKey: ['statement', statementId, 'lines', assetId, day],
    queryFn: ({ pageParam }) =>
      must(
        api().GET('/api/v1/statements/{id}/lines', {
          params: {
            path: { id: statementId },
            query: { assetId, day, limit: LARGEST_PAGE, cursor: pageParam },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

export const originQuery = (statementId: string, assetId: string, day: string, number: number) =>
  queryOptions({
    queryKey: ['statement', statementId, 'origin', assetId, day, number],
    queryFn: () =>
      must(
        api().GET('/api/v1/statements/{id}/origin', {
          params: { path: { id: statementId }, query: { assetId, day, number } },
        }),
      ),
  });

export const deviationsQuery = (statementId: string, assetId: string, day: string) =>
  queryOptions({
    queryKey: ['statement', statementId, 'deviations', assetId, day],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/statements/{id}/deviations', {
            params: { path: { id: statementId }, query: { assetId, day } },
          }),
        )
      ).items,
  });

export const shadowsQuery = (statementId: string) =>
  queryOptions({
    queryKey: ['statement', statementId, 'shadows'],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/statements/{id}/shadow-settlements', {
            params: { path: { id: statementId }, query: { limit: 50 } },
          }),
        )
      ).items,
  });

export const differencesQuery = (shadowId: string) =>
  infiniteQueryOptions({
    queryKey: ['shadow', shadowId, 'differences'],
    queryFn: ({ pageParam }) =>
      must(
        api().GET('/api/v1/shadow-settlements/{shadowId}/differences', {
          params: { path: { shadowId }, query: { limit: LARGEST_PAGE, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

export const disputesQuery = (statementId: string) =>
  queryOptions({
    queryKey: ['statement', statementId, 'disputes'],
    queryFn: async () =>
      (await must(api().GET('/api/v1/disputes', { params: { query: { statementId, limit: 50 } } }))).items,
  });

export const calculate = (call: {
  world: World;
  firstDay: string;
  lastDay: string;
  key: string;
}): Promise<Statement> =>
  must(
    api().POST('/api/v1/statements', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: { exchangeId: exchangeOf(call.world), firstDay: call.firstDay, lastDay: call.lastDay },
    }),
  );

export const finish = (statement: Statement): Promise<Statement> =>
  must(
    api().POST('/api/v1/statements/{id}/finish', {
      params: { path: { id: statement.id }, header: { 'If-Match': etag(statement) } },
    }),
  );

export const compare = (call: {
  statementId: string;
  name: string;
  csv: string;
  key: string;
}): Promise<ShadowSettlement> =>
  upload(
    `/api/v1/statements/${call.statementId}/shadow-settlements?name=${encodeURIComponent(call.name)}`,
    new Blob([call.csv], { type: 'text/csv' }),
    call.key,
  );

export const openDispute = (call: { input: DisputeInput; key: string }): Promise<Dispute> =>
  must(
    api().POST('/api/v1/disputes', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: call.input,
    }),
  );

export const stepDispute = (call: { dispute: Dispute; step: string; note: string }): Promise<Dispute> =>
  must(
    api().POST('/api/v1/disputes/{id}/steps/{step}', {
      params: {
        path: { id: call.dispute.id, step: call.step },
        header: { 'If-Match': etag(call.dispute) },
      },
      body: { note: call.note },
    }),
  );
