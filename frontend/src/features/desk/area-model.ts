import type { DayOverview } from '@/api/types';
import { mean, peak } from './series';

/** A market's day in one area. Prices per MWh, energy in MWh; null before a result. */
export interface AreaRow {
  area: string;
  /** Price of the block being delivered, else of the latest one known. */
  last: number | null;
  mean: number | null;
  peak: number | null;
  /** Mean less the unconstrained mean over the same blocks. */
  spread: number | null;
  buyMwh: number | null;
  sellMwh: number | null;
  /** What comes in over the area's borders: bought less sold. */
  netImportMwh: number | null;
}

export type AreaColumn = keyof AreaRow;

/**
 * A row for each area of the grid, also before there is a result.
 *
 * @param block where the exchange's time stands in the day, in blocks; null outside of the day
 */
export function areaRows(
  overview: DayOverview | undefined,
  marketCode: string,
  areas: readonly string[],
  block: number | null,
): AreaRow[] {
  const market = overview?.markets.find((m) => m.marketCode === marketCode);
  const mcp = market?.unconstrained.prices ?? [];
  return areas.map((area) => {
    const found = market?.areas.find((a) => a.area === area);
    if (!found) return { area, ...NOTHING };
    const prices = found.prices;
    const own = mean(prices);
    const reference = mean(mcp.filter((_, i) => isKnown(prices[i])));
    return {
      area,
      last: lastPrice(prices, block),
      mean: own,
      peak: peak(prices)?.value ?? null,
      spread: own === null || reference === null ? null : own - reference,
      buyMwh: found.buyMwh,
      sellMwh: found.sellMwh,
      netImportMwh: found.buyMwh - found.sellMwh,
    };
  });
}

const NOTHING = {
  last: null,
  mean: null,
  peak: null,
  spread: null,
  buyMwh: null,
  sellMwh: null,
  netImportMwh: null,
} as const;

const isKnown = (v: number | null | undefined): v is number => v !== null && v !== undefined;

function lastPrice(prices: readonly (number | null)[], block: number | null): number | null {
  const until = block === null ? prices.length : Math.min(prices.length, Math.floor(block) + 1);
  for (let i = until - 1; i >= 0; i--) {
    const price = prices[i];
    if (isKnown(price)) return price;
  }
  return null;
}

/** Sorted by a column, what is not known always last, equals in the grid's order. */
export function sorted(rows: readonly AreaRow[], by: AreaColumn, descending: boolean): AreaRow[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const x = a[by];
    const y = b[by];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (typeof x === 'string' ? x.localeCompare(String(y)) : x - Number(y));
  });
}
