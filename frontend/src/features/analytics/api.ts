import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';
import type { PriceCoverage } from '@/api/types';
import { keyOf, type Span } from '@/features/prices/price-model';
import { type AnomalyRule, type Interval, queryOf } from './analytics-model';

const seriesOf = (of: PriceCoverage) => ({
  marketCode: of.marketCode,
  area: of.area,
  source: of.source as 'cleared' | 'published',
});

const series = (of: PriceCoverage, span: Span) => ({
  ...seriesOf(of),
  from: new Date(span.from * 1000).toISOString(),
  to: new Date(span.to * 1000).toISOString(),
});

const named = (what: string, of: PriceCoverage, span: Span, ...more: unknown[]) => [
  'analytics',
  what,
  keyOf(of),
  span.from,
  span.to,
  ...more,
];

/** Of one delivery day; the figures of the present one are asked for again as blocks begin. */
export const dayFiguresQuery = (of: PriceCoverage, day: string) =>
  queryOptions({
    queryKey: ['analytics', 'day', keyOf(of), day],
    queryFn: async () =>
      (await must(api().GET('/api/v1/analytics/day', { params: { query: { ...seriesOf(of), day } } }))).day,
    refetchInterval: 30_000,
  });

export const ohlcQuery = (of: PriceCoverage, span: Span, interval: Interval) =>
  queryOptions({
    queryKey: named('ohlc', of, span, interval),
    queryFn: () =>
      must(api().GET('/api/v1/analytics/ohlc', { params: { query: { ...series(of, span), interval } } })),
    staleTime: 60_000,
  });

export const distributionQuery = (of: PriceCoverage, span: Span, edges: readonly number[]) =>
  queryOptions({
    queryKey: named('distribution', of, span, edges),
    queryFn: () =>
      must(
        api().GET('/api/v1/analytics/distribution', {
          params: {
            query: { ...series(of, span), edges: edges.join(','), quantiles: '0.05,0.25,0.5,0.75,0.95' },
          },
        }),
      ),
    enabled: edges.length > 0,
    staleTime: 60_000,
  });

/** Of at most a year, which is as far as anomalies are looked for. */
export const anomaliesQuery = (of: PriceCoverage, span: Span, rule: AnomalyRule) =>
  queryOptions({
    queryKey: named('anomalies', of, span, rule),
    queryFn: () =>
      must(
        api().GET('/api/v1/analytics/anomalies', {
          params: { query: { ...series(of, span), ...queryOf(rule) } },
        }),
      ),
    enabled: span.to - span.from <= 366 * 86_400,
    staleTime: 60_000,
  });

export const correlationQuery = (of: PriceCoverage, other: PriceCoverage, span: Span, window: number) =>
  queryOptions({
    queryKey: named('correlation', of, span, keyOf(other), window),
    queryFn: () =>
      must(
        api().GET('/api/v1/analytics/correlation', {
          params: {
            query: {
              ...series(of, span),
              otherMarketCode: other.marketCode,
              otherArea: other.area,
              interval: 'day',
              window,
            },
          },
        }),
      ),
    staleTime: 60_000,
  });
