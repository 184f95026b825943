import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { GateWarnings, NextGate } from '@/api/types';

/** Gates, with the moment of this screen's own unerring stopwatch at which they were true. */
export interface SeenGates {
  items: NextGate[];
  /** `performance.now()`, in the middle between the question and its answer. */
  heardAt: number;
}

/** Counted from the server's clock: whatever this machine's says, and however often it is set, is no matter. */
export const nextGatesQuery = queryOptions({
  queryKey: ['gates'],
  queryFn: async (): Promise<SeenGates> => {
    const asked = performance.now();
    const { items } = await must(api().GET('/api/v1/gates', { params: { query: { limit: 12 } } }));
    return { items, heardAt: (asked + performance.now()) / 2 };
  },
  refetchInterval: 15_000,
});

export const gateWarningsQuery = queryOptions({
  queryKey: ['gate-warnings'],
  queryFn: () => must(api().GET('/api/v1/gates/warnings')),
  staleTime: 300_000,
});

export const putGateWarnings = (call: {
  seen: GateWarnings;
  minutes: number[];
  sound: boolean;
}): Promise<GateWarnings> =>
  must(
    api().PUT('/api/v1/gates/warnings', {
      params: { header: { 'If-Match': etag(call.seen) } },
      body: { minutes: call.minutes, sound: call.sound },
    }),
  );
