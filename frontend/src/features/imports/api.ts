import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, must, upload } from '@/api/client';
import type { Import } from '@/api/types';
import { isUnderWay } from './import-model';

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: async () => (await must(api().GET('/api/v1/imports', { params: { query: { limit: 50 } } }))).items,
  refetchInterval: (q) => (q.state.data?.some(isUnderWay) ? 2_000 : false),
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: () => must(api().GET('/api/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: (q) => (q.state.data && isUnderWay(q.state.data) ? 2_000 : false),
  });

export const faultsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, 'faults'],
    queryFn: ({ pageParam }) =>
      must(
        api().GET('/api/v1/imports/{id}/faults', {
          params: { path: { id }, query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    queryFn: () => must(api().GET('/api/v1/jobs/{id}', { params: { path: { id } } })),
  });

export const importSample = (call: { key: string }): Promise<Import> =>
  must(api().POST('/api/v1/imports/sample', { params: { header: { 'Idempotency-Key': call.key } } }));

export function importFiles(call: {
  format: string;
  dryRun: boolean;
  priceSource: 'exchange' | 'coupled';
  files: File[];
  deliveryDay: string;
  key: string;
}): Promise<Import> {
  const form = new FormData();
  form.append('format', call.format);
  form.append('dryRun', String(call.dryRun));
  form.append('priceSource', call.priceSource);
  if (call.deliveryDay) form.append('deliveryDay', call.deliveryDay);
  for (const file of call.files) form.append('files', file, file.name);
  return upload<Import>('/api/v1/imports', form, call.key);
}
