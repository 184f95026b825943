import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';
import type { PriceCoverage } from '@/api/types';
import type { Span } from './price-model';

export const coverageQuery = queryOptions({
  queryKey: ['prices', 'coverage'],
  queryFn: async () => (await must(api().GET('/api/v1/prices/coverage'))).items,
});

/** The series of one market, area and source over a span; null when it has none there. */
export const seriesQuery = (of: PriceCoverage, span: Span) =>
  queryOptions({
    queryKey: ['prices', 'series', of.marketCode, of.area, of.source, span.from, span.to],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/prices/series', {
            params: {
              query: {
                marketCode: of.marketCode,
                area: of.area,
                source: of.source as 'cleared' | 'published',
                from: new Date(span.from * 1000).toISOString(),
                to: new Date(span.to * 1000).toISOString(),
              },
            },
          }),
        )
      ).items[0] ?? null,
    // what is drawn stays until what is asked for is there
    placeholderData: (had: unknown) => had as never,
    staleTime: 60_000,
  });
