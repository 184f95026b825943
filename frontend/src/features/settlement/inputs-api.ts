import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, must, upload } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { AssetTerms, AssetTermsInput, SettlementImported } from '@/api/types';

const PAGE = 50;

/** Whose days inputs are: a simulated exchange’s by its id, or those of reality. */
export const REALITY = 'reality';
export type InputWorld = string;

const exchangeOf = (world: InputWorld): string | undefined => (world === REALITY ? undefined : world);

export const storedSchedulesQuery = (world: InputWorld) =>
  infiniteQueryOptions({
    queryKey: ['stored-schedules', world],
    queryFn: ({ pageParam }) =>
      must(
        api().GET('/api/v1/schedules/stored', {
          params: { query: { exchangeId: exchangeOf(world), limit: PAGE, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

export const storedGridQuery = (world: InputWorld) =>
  infiniteQueryOptions({
    queryKey: ['stored-grid', world],
    queryFn: ({ pageParam }) =>
      must(
        api().GET('/api/v1/grid-data/stored', {
          params: { query: { exchangeId: exchangeOf(world), limit: PAGE, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

export const termsQuery = (assetId: string) =>
  queryOptions({
    queryKey: ['settlement-terms', assetId],
    queryFn: () =>
      must(api().GET('/api/v1/assets/{id}/settlement-terms', { params: { path: { id: assetId } } })),
    enabled: assetId !== '',
  });

/** A file of inputs for the days of one world. */
export interface InputFile {
  world: InputWorld;
  /** A name for where schedules come from; the grid’s data have none. */
  source: string;
  csv: string;
}

export const sendSchedules = (file: InputFile & { key: string }): Promise<SettlementImported> =>
  send('/api/v1/schedules', { exchangeId: exchangeOf(file.world), source: file.source }, file);

export const sendGrid = (file: InputFile & { key: string }): Promise<SettlementImported> =>
  send('/api/v1/grid-data', { exchangeId: exchangeOf(file.world) }, file);

function send(
  path: string,
  query: Record<string, string | undefined>,
  file: { csv: string; key: string },
): Promise<SettlementImported> {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, value);
  const text = asked.toString();
  return upload(text ? `${path}?${text}` : path, new Blob([file.csv], { type: 'text/csv' }), file.key);
}

export const stateTerms = (call: { terms: AssetTerms; input: AssetTermsInput }): Promise<AssetTerms> =>
  must(
    api().PUT('/api/v1/assets/{id}/settlement-terms', {
      params: { path: { id: call.terms.assetId }, header: { 'If-Match': etag(call.terms) } },
      body: call.input,
    }),
  );
