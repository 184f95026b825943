import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';

export const deadLettersQuery = queryOptions({
  queryKey: ['dead-letters'],
  queryFn: () => must(api().GET('/api/v1/operations/dead-letters', { params: { query: { limit: 200 } } })),
  refetchInterval: 10_000,
});

export const replayLetter = (id: string) =>
  must(api().POST('/api/v1/operations/dead-letters/{id}/replay', { params: { path: { id } } }));

export const discardLetter = ({ id, reason }: { id: string; reason: string }) =>
  must(
    api().POST('/api/v1/operations/dead-letters/{id}/discard', {
      params: { path: { id } },
      body: { reason },
    }),
  );
