import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';

export const marketsQuery = queryOptions({
  queryKey: ['markets'],
  queryFn: async () => (await must(api().GET('/api/v1/markets'))).items,
  staleTime: 3_600_000,
});

export const areasQuery = (code: string) =>
  queryOptions({
    queryKey: ['markets', code, 'areas'],
    queryFn: async () =>
      (await must(api().GET('/api/v1/markets/{code}/areas', { params: { path: { code } } }))).items,
    staleTime: 3_600_000,
    enabled: code !== '',
  });

export const operatorsQuery = queryOptions({
  queryKey: ['operators'],
  queryFn: async () => (await must(api().GET('/api/v1/operators'))).items,
  staleTime: 3_600_000,
});
