import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, must } from '@/api/client';
import type { Exchange } from '@/api/types';

/** An exchange with the moment (ms, this screen's clock) at which its clock was heard. */
export type SeenExchange = Exchange & { heardAt: number };

/** The shared exchange first, then own sandboxes, newest first. Kept fresh by the channel `exchanges`. */
export const exchangesQuery = queryOptions({
  queryKey: ['exchanges'],
  queryFn: async (): Promise<SeenExchange[]> => {
    const { items } = await must(api().GET('/api/v1/exchanges'));
    const heardAt = Date.now();
    return items.map((e) => ({ ...e, heardAt }));
  },
});

export const useExchanges = () => useQuery(exchangesQuery);
