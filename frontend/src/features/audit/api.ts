import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';
import type { AuditFilter } from './audit-model';

const PAGE = 50;

/** While the newest entries wait for their seals. */
const SOON = 2_000;
const CALM = 15_000;

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
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((entry) => !entry.seal)) ? SOON : false,
  });

/** The people of the house, to look for what one of them did. */
export const peopleQuery = queryOptions({
  queryKey: ['users'],
  queryFn: async () => (await must(api().GET('/api/v1/users', { params: { query: { limit: 200 } } }))).items,
});

export const chainQuery = queryOptions({
  queryKey: ['audit-chain'],
  queryFn: () => must(api().GET('/api/v1/audit/chain')),
  refetchInterval: ({ state }) => (state.data?.waiting ? SOON : CALM),
});

export const verifyChain = () => must(api().POST('/api/v1/audit/chain/verify'));
