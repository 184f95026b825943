import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';
import type { AuditFilter } from './audit-model';

const PAGE = 50;

/** Entries that the filter finds, newest first, page after page. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      must(
        api().GET('/api/v1/audit', {
          params: { query: { ...filter, limit: PAGE, cursor: pageParam ?? undefined } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor ?? null,
  });

export const chainQuery = queryOptions({
  queryKey: ['audit-chain'],
  queryFn: () => must(api().GET('/api/v1/audit/chain')),
});

export const verifyChain = () => must(api().POST('/api/v1/audit/chain/verify'));
