import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';
import type { ShiftEntry, ShiftEntryInput } from '@/api/types';

export const shiftLogQuery = queryOptions({
  queryKey: ['shift-log'],
  queryFn: async () =>
    (await must(api().GET('/api/v1/shift-log', { params: { query: { limit: 200 } } }))).items,
});

export const writeEntry = (call: { input: ShiftEntryInput; key: string }): Promise<ShiftEntry> =>
  must(
    api().POST('/api/v1/shift-log', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: call.input,
    }),
  );

export const acknowledge = (id: string): Promise<ShiftEntry> =>
  must(api().POST('/api/v1/shift-log/{id}/acknowledge', { params: { path: { id } } }));

export const pin = (entry: ShiftEntry): Promise<ShiftEntry> => {
  const path = { params: { path: { id: entry.id } } };
  return must(
    entry.pinned
      ? api().DELETE('/api/v1/shift-log/{id}/pin', path)
      : api().PUT('/api/v1/shift-log/{id}/pin', path),
  );
};
