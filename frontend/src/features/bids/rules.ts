import { queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';

export interface PriceLimits {
  floor?: number;
  cap?: number;
}

/** The day's price limits from the market's dated rule pack. */
export const rulesQuery = (code: string, day: string) =>
  queryOptions({
    queryKey: ['rules', code, day],
    queryFn: async (): Promise<PriceLimits> => {
      const rules = await must(
        api().GET('/api/v1/markets/{code}/rules', { params: { path: { code }, query: { day } } }),
      );
      return priceLimits(rules.parameters);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export function priceLimits(parameters: readonly { name: string; value: unknown }[]): PriceLimits {
  const find = (words: RegExp): number | undefined => {
    const value = parameters.find((p) => words.test(p.name))?.value;
    const n = Number(value);
    return value !== undefined && value !== null && Number.isFinite(n) ? n : undefined;
  };
  const floor = find(/floor|price[._-]?(min|lower)|min(imum)?[._-]?price/i);
  const cap = find(/price[._-]?(cap|max|upper)|max(imum)?[._-]?price|^cap$/i);
  return { ...(floor === undefined ? {} : { floor }), ...(cap === undefined ? {} : { cap }) };
}
