import type { PriceCoverage, PriceSeries } from '@/api/types';

/** A stretch of time, seconds since 1970; the end is not part of it. */
export interface Span {
  from: number;
  to: number;
}

export const DAY = 86_400;
export const MOST_SERIES = 6;

export const PERIODS = [
  { name: 'Day', days: 1 },
  { name: 'Week', days: 7 },
  { name: 'Month', days: 31 },
  { name: 'Year', days: 365 },
] as const;

export const keyOf = (of: Pick<PriceCoverage, 'marketCode' | 'area' | 'source'>): string =>
  `${of.marketCode} ${of.area} ${of.source}`;

/** What every price on the screen is called by: where it is from comes first. */
export const originOf = (of: { simulated: boolean; source: string }): string =>
  of.simulated
    ? 'Simulated'
    : of.source === 'cleared'
      ? 'Cleared here from real order books'
      : 'Real, published by the exchange';

/** Seconds by which the zone is ahead of UTC at an instant. */
function ahead(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(at * 1000));
  const of = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const there = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return there / 1000 - at;
}

/** Midnight at the start of a calendar day of the zone. */
export function startOfDay(day: string, zone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`) / 1000;
  const guess = utc - ahead(utc, zone);
  return utc - ahead(guess, zone);
}

/** The last days of what is covered, up to and with its last. */
export function lastDays(of: PriceCoverage, days: number): Span {
  const lastMidnight = startOfDay(of.lastDay, of.timeZone);
  return { from: lastMidnight - (days - 1) * DAY, to: lastMidnight + DAY };
}

export const moved = (s: Span, share: number): Span => {
  const by = Math.round((s.to - s.from) * share);
  return { from: s.from + by, to: s.to + by };
};

/** Around the middle; never under an hour, never over ten years. */
export function zoomed(s: Span, factor: number): Span {
  const middle = (s.from + s.to) / 2;
  const half = Math.min(Math.max(((s.to - s.from) * factor) / 2, 1_800), 5 * 365 * DAY);
  return { from: Math.round(middle - half), to: Math.round(middle + half) };
}

/**
 * What is shown first: a real market and a simulated one of the same kind and area, side by side
 * where there are both.
 */
export function firstChoice(covered: readonly PriceCoverage[]): string[] {
  const real = covered.find((c) => !c.simulated && c.kind === 'total') ?? covered.find((c) => !c.simulated);
  const simulated =
    covered.find((c) => c.simulated && c.area === real?.area) ?? covered.find((c) => c.simulated);
  return [real, simulated].filter((c) => c !== undefined).map(keyOf);
}

type Column = (number | null)[];

/** Times and values with a null wherever blocks are missing, and an edge that ends the last step. */
export function steps(series: PriceSeries, values: readonly number[]): [number[], Column] {
  const x: number[] = [];
  const y: Column = [];
  const step = series.stepMinutes * 60;
  // a day on which clocks change is an hour longer
  const longest = step > 3_600 ? step + 3_600 : step;
  series.starts.forEach((start, i) => {
    const before = series.starts[i - 1];
    if (before !== undefined && start - before > longest) {
      x.push(before + step);
      y.push(null);
    }
    x.push(start);
    y.push(values[i] ?? null);
  });
  const last = series.starts.at(-1);
  if (last !== undefined) {
    x.push(last + step);
    y.push(values.at(-1) ?? null);
  }
  return [x, y];
}

export interface Figures {
  mean: number;
  min: number;
  max: number;
}

/** Of the points drawn; the extremes are those of single blocks at any resolution. */
export function figuresOf(series: PriceSeries): Figures | null {
  if (series.mean.length === 0) return null;
  const lows = series.min.length > 0 ? series.min : series.mean;
  const highs = series.max.length > 0 ? series.max : series.mean;
  return {
    mean: series.mean.reduce((a, b) => a + b, 0) / series.mean.length,
    min: lows.reduce((a, b) => Math.min(a, b)),
    max: highs.reduce((a, b) => Math.max(a, b)),
  };
}

/** The point that holds an instant, or null. */
export function pointAt(series: PriceSeries, at: number): number | null {
  let low = 0;
  let high = series.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((series.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const start = series.starts[low];
  if (start === undefined || at < start || at >= start + series.stepMinutes * 60) return null;
  return low;
}
