import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';

/** The rules of a market in force on a delivery day, from its dated rule pack. */
export const rulesQuery = (code: string, day: string) =>
  queryOptions({
    queryKey: ['rules', code, day],
    queryFn: async () =>
      (await must(api().GET('/api/v1/markets/{code}/rules', { params: { path: { code }, query: { day } } })))
        .parameters,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: code !== '' && day !== '',
  });

/** The auctions or contracts of one delivery day, as the scheduler of the exchange has them. */
export const calendarQuery = (code: string, day: string) =>
  queryOptions({
    queryKey: ['calendar', code, day],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/markets/{code}/calendar', {
            params: { path: { code }, query: { from: day, to: day } },
          }),
        )
      ).days[0] ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: code !== '' && day !== '',
  });

/** Every dated row of a market's pack: past, present and future. */
export const rulePackQuery = (code: string) =>
  queryOptions({
    queryKey: ['rule-pack', code],
    queryFn: async () =>
      (await must(api().GET('/api/v1/markets/{code}/rule-pack', { params: { path: { code } } }))).parameters,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: code !== '',
  });
