import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, must, upload } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { AssetTerms, AssetTermsInput, ReadingsImported, SettlementImported } from '@/api/types';
import { exchangeOf, type World } from './world';

const PAGE = 50;

export const storedSchedulesQuery = (world: World) =>
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

export const storedGridQuery = (world: World) =>
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

export const storedReadingsQuery = (world: World) =>
  infiniteQueryOptions({
    queryKey: ['stored-readings', world],
    queryFn: ({ pageParam }) =>
      must(
        api().GET('/api/v1/meter-readings/stored', {
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
  world: World;
  /** A name for where schedules come from; the grid’s data have none. */
  source: string;
  csv: string;
}

export const sendSchedules = (file: InputFile & { key: string }): Promise<SettlementImported> =>
  send('/api/v1/schedules', { exchangeId: exchangeOf(file.world), source: file.source }, file);

export const sendGrid = (file: InputFile & { key: string }): Promise<SettlementImported> =>
  send('/api/v1/grid-data', { exchangeId: exchangeOf(file.world) }, file);

/** Readings are of real meters: those of a simulated exchange it makes itself. */
export const sendReadings = (file: InputFile & { key: string }): Promise<ReadingsImported> =>
  send('/api/v1/meter-readings', {}, file);

function send<T>(
  path: string,
  query: Record<string, string | undefined>,
  file: { csv: string; key: string },
): Promise<T> {
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
