import { queryOptions } from '@tanstack/react-query';
import { api, done, must } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { ExchangeConnection, ExchangeConnectionInput } from '@/api/types';

export const connectionsQuery = queryOptions({
  queryKey: ['exchange-connections'],
  queryFn: async () =>
    (await must(api().GET('/api/v1/exchange-connections', { params: { query: { limit: 200 } } }))).items,
  refetchInterval: 5_000,
});

export const operatorsQuery = queryOptions({
  queryKey: ['operators'],
  queryFn: async () => (await must(api().GET('/api/v1/operators'))).items,
});

export const faultsQuery = (id: string) =>
  queryOptions({
    queryKey: ['exchange-connections', id, 'faults'],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/exchange-connections/{id}/faults', {
            params: { path: { id }, query: { limit: 50 } },
          }),
        )
      ).items,
    refetchInterval: 10_000,
  });

export const createConnection = (call: { input: ExchangeConnectionInput; key: string }) =>
  must(
    api().POST('/api/v1/exchange-connections', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: call.input,
    }),
  );

export const replaceConnection = (connection: ExchangeConnection, input: ExchangeConnectionInput) =>
  must(
    api().PUT('/api/v1/exchange-connections/{id}', {
      params: { path: { id: connection.id }, header: { 'If-Match': etag(connection) } },
      body: input,
    }),
  );

export const deleteConnection = (connection: ExchangeConnection): Promise<void> =>
  done(
    api().DELETE('/api/v1/exchange-connections/{id}', {
      params: { path: { id: connection.id }, header: { 'If-Match': etag(connection) } },
    }),
  );

export const testConnection = (id: string) =>
  must(api().POST('/api/v1/exchange-connections/{id}/test', { params: { path: { id } } }));
