import type { DayOverview } from '@/api/types';
import { DAY_AHEAD, MARKETS, marketShort } from '@/features/exchange/event-model';
import type { PriceLine } from '@/features/results/components/price-plot';
import { known, meanOf } from './series';

/** Colour of each market's line: the name of a variable of the theme. */
export const MARKET_COLOR: Record<string, string> = {
  'sim-dam': '--ob-zone-0',
  'sim-gdam': '--ob-zone-1',
  'sim-hpdam': '--ob-zone-3',
  'sim-rtm': '--ob-zone-2',
};

export interface NamedLine extends PriceLine {
  key: string;
}

const pricesOf = (day: DayOverview | undefined, marketCode: string, area: string) =>
  day?.markets.find((m) => m.marketCode === marketCode)?.areas.find((a) => a.area === area)?.prices ?? [];

/**
 * An area's day: each market's prices as they come, the unconstrained day-ahead price, and what the area's
 * day-ahead price was on the day before and on average over the days given. Lines nobody knows are left out.
 *
 * @param past days before this one, the latest first
 */
export function priceLines(
  overview: DayOverview | undefined,
  past: readonly (DayOverview | undefined)[],
  area: string,
): NamedLine[] {
  const before = past.map((d) => pricesOf(d, DAY_AHEAD, area)).filter((p) => known(p).length > 0);
  const yesterday = pricesOf(past[0], DAY_AHEAD, area);
  const mcp = overview?.markets.find((m) => m.marketCode === DAY_AHEAD)?.unconstrained.prices ?? [];
  const lines: NamedLine[] = [
    {
      key: 'week',
      name: `DAM mean of ${before.length} d`,
      color: '--ob-dim',
      values: meanOf(before),
      kind: 'faint',
    },
    { key: 'yesterday', name: 'DAM day before', color: '--ob-zone-7', values: yesterday, kind: 'faint' },
    { key: 'mcp', name: 'DAM unconstrained', color: '--ob-text', values: mcp, kind: 'reference' },
    ...MARKETS.toReversed().map(
      (code): NamedLine => ({
        key: code,
        name: marketShort(code),
        color: MARKET_COLOR[code] ?? '--ob-text',
        values: pricesOf(overview, code, area),
        kind: code === DAY_AHEAD ? 'main' : 'zone',
      }),
    ),
  ];
  return lines.filter((l) => known(l.values).length > 0);
}
