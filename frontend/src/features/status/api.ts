import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';

/** Public: the sign-in page reads it too. */
export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: () => must(api().GET('/api/v1/status')),
  refetchInterval: 15_000,
});
