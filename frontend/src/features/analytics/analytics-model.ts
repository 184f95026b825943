import type { Anomaly, PriceBucket, PriceCoverage } from '@/api/types';
import type { Tick } from '@/features/live/tick-model';
import { DAY, keyOf, type Span } from '@/features/prices/price-model';
import { dayIn } from '@/ui/time';

export type Interval = 'quarter_hour' | 'hour' | 'day' | 'month';

/** The finest interval that is legible over a span: hours of a week, days of two years, then months. */
export function legible(span: Span): Interval {
  const days = (span.to - span.from) / DAY;
  if (days <= 10) return 'hour';
  return days <= 800 ? 'day' : 'month';
}

/** What an anomaly is scored against: the same time of the days before, or trend and season. */
export type Against = 'robust_z' | 'stl-day' | 'stl-week';

export interface AnomalyRule {
  against: Against;
  /** A robust z-score above it, either way, is told. */
  threshold: number;
}

export const AGAINST: readonly { value: Against; label: string; meaning: string }[] = [
  {
    value: 'robust_z',
    label: 'Same time of day',
    meaning: 'against the same time of day in 28 days before',
  },
  {
    value: 'stl-day',
    label: 'Trend and day (STL)',
    meaning: 'against trend and season of a day, with 28 days before',
  },
  {
    value: 'stl-week',
    label: 'Trend and week (STL)',
    meaning: 'against trend and season of a week, with 84 days before',
  },
];

/** The rule as the query has it; a season of weeks needs more of them before the span. */
export const queryOf = ({ against, threshold }: AnomalyRule) => ({
  method: against === 'robust_z' ? ('robust_z' as const) : ('stl' as const),
  season: against === 'stl-week' ? ('week' as const) : ('day' as const),
  windowDays: against === 'stl-week' ? 84 : 28,
  threshold: String(threshold),
});

const BINS = 24;
const STEPS = [1, 2, 5];

/** Round edges that divide what lies between two prices into about two dozen bins. */
export function edgesBetween(low: number, high: number): number[] {
  if (!(high > low)) return [low];
  const raw = (high - low) / BINS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = (STEPS.find((s) => s * power >= raw) ?? 10) * power;
  const edges: number[] = [];
  for (let n = Math.ceil(low / step); n * step <= high; n++) edges.push(Number((n * step).toFixed(6)));
  return edges;
}

/** The lowest and the highest price of all buckets; null of none. */
export function extremes(buckets: readonly PriceBucket[]): { low: number; high: number } | null {
  if (buckets.length === 0) return null;
  return {
    low: buckets.reduce((low, b) => Math.min(low, b.low), Number.POSITIVE_INFINITY),
    high: buckets.reduce((high, b) => Math.max(high, b.high), Number.NEGATIVE_INFINITY),
  };
}

const seconds = (at: string): number => Date.parse(at) / 1000;

/** The longest an interval can be: a day on which clocks go back, a month of 31 days. */
const LONGEST: Record<Interval, number> = {
  quarter_hour: 900,
  hour: 3_600,
  day: DAY + 3_600,
  month: 31 * DAY + 3_600,
};

type Column = (number | null | undefined)[];

/**
 * Columns of a chart: time, mean, highest, lowest, and a mark at the price of each anomaly. Where
 * intervals are missing there is a null; at times that are only a mark's there is nothing.
 */
export function columnsOf(
  buckets: readonly PriceBucket[],
  interval: Interval,
  anomalies: readonly Anomaly[],
): { times: number[]; mean: Column; high: Column; low: Column; marks: Column } {
  const points = new Map<number, PriceBucket | null>();
  buckets.forEach((b, i) => {
    const at = seconds(b.start);
    const before = buckets[i - 1];
    if (before && at - seconds(before.start) > LONGEST[interval])
      points.set(seconds(before.start) + LONGEST[interval], null);
    points.set(at, b);
  });
  const marks = new Map<number, number>();
  for (const a of anomalies)
    if (a.kind === 'price' && a.value !== undefined) marks.set(seconds(a.start), a.value);
  const times = [...new Set([...points.keys(), ...marks.keys()])].sort((a, b) => a - b);
  const column = (of: (b: PriceBucket) => number): Column =>
    times.map((t) => {
      const b = points.get(t);
      return b ? of(b) : b;
    });
  return {
    times,
    mean: column((b) => b.mean),
    high: column((b) => b.high),
    low: column((b) => b.low),
    marks: times.map((t) => marks.get(t) ?? null),
  };
}

/** The most striking anomalies first; holes have no score and come after them, the longest first. */
export const byWeight = (anomalies: readonly Anomaly[]): Anomaly[] =>
  anomalies.toSorted((a, b) => Math.abs(b.score ?? 0) - Math.abs(a.score ?? 0) || b.minutes - a.minutes);

/** The areas that can be held against one: others of its source that have days in common with it. */
export const comparable = (covered: readonly PriceCoverage[], of: PriceCoverage): PriceCoverage[] =>
  covered.filter(
    (c) =>
      keyOf(c) !== keyOf(of) &&
      c.source === of.source &&
      c.firstDay <= of.lastDay &&
      c.lastDay >= of.firstDay,
  );

/** The delivery day whose figures are shown: today's, or the last that has prices. */
export const dayShown = (of: Pick<PriceCoverage, 'lastDay' | 'timeZone'>, now: number): string => {
  const today = dayIn(of.timeZone, now);
  return of.lastDay < today ? of.lastDay : today;
};

/** The newest price of a day's block that has begun: what the feed told, or what was stored. */
export function newestBlock(
  stored: { start: string; price: number } | null,
  tick: Tick | null,
  day: string,
  zone: string,
  now: number,
): { start: string; price: number } | null {
  if (!tick || dayIn(zone, tick.startsAt) !== day || Date.parse(tick.startsAt) > now) return stored;
  const overtaken = stored && Date.parse(tick.startsAt) < Date.parse(stored.start);
  return overtaken ? stored : { start: tick.startsAt, price: tick.price };
}
