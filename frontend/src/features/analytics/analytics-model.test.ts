import { expect, test } from 'vitest';
import {
  byWeight,
  columnsOf,
  comparable,
  dayShown,
  edgesBetween,
  extremes,
  legible,
  newestBlock,
  queryOf,
} from './analytics-model';

const bucket = (start: string, low: number, high: number) => ({
  start,
  blocks: 4,
  open: low,
  high,
  low,
  close: high,
  mean: (low + high) / 2,
});

test('edges are round and lie between the prices', () => {
  expect(edgesBetween(-12.3, 99)).toEqual([
    -10, -5, 0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95,
  ]);
  expect(edgesBetween(0.1, 0.34).every((e) => e >= 0.1 && e <= 0.34)).toBe(true);
  expect(edgesBetween(5, 5)).toEqual([5]);
  for (const [low, high] of [
    [-500, 4000],
    [0, 0.02],
    [1, 10_000],
  ] as const)
    expect(edgesBetween(low, high).length).toBeLessThanOrEqual(26);
});

test('the interval is one that can be read', () => {
  expect(legible({ from: 0, to: 7 * 86_400 })).toBe('hour');
  expect(legible({ from: 0, to: 365 * 86_400 })).toBe('day');
  expect(legible({ from: 0, to: 3_000 * 86_400 })).toBe('month');
});

test('a season of weeks is asked for with enough weeks before it', () => {
  expect(queryOf({ against: 'stl-week', threshold: 3.5 })).toEqual({
    method: 'stl',
    season: 'week',
    windowDays: 84,
    threshold: '3.5',
  });
  expect(queryOf({ against: 'robust_z', threshold: 5 }).method).toBe('robust_z');
});

test('anomalies are marked at their own time', () => {
  const { times, mean, marks } = columnsOf(
    [bucket('2025-01-01T00:00:00Z', 1, 3), bucket('2025-01-01T01:00:00Z', 2, 90)],
    'hour',
    [
      { kind: 'price', start: '2025-01-01T01:15:00Z', minutes: 15, value: 90, usual: 2, score: 9 },
      { kind: 'gap', start: '2025-01-01T00:15:00Z', minutes: 15 },
    ],
  );
  expect(times.map((t) => t - Date.parse('2025-01-01T00:00:00Z') / 1000)).toEqual([0, 3_600, 4_500]);
  expect(mean).toEqual([2, 46, undefined]);
  expect(marks).toEqual([null, null, 90]);
});

test('where intervals are missing the line ends', () => {
  const { times, mean } = columnsOf(
    [bucket('2025-01-01T00:00:00Z', 1, 3), bucket('2025-01-01T03:00:00Z', 2, 4)],
    'hour',
    [],
  );
  expect(times.map((t) => t - Date.parse('2025-01-01T00:00:00Z') / 1000)).toEqual([0, 3_600, 10_800]);
  expect(mean).toEqual([2, null, 3]);
});

test('extremes are over all buckets', () => {
  expect(extremes([])).toBeNull();
  expect(extremes([bucket('2025-01-01T00:00:00Z', -4, 3), bucket('2025-01-02T00:00:00Z', 1, 9)])).toEqual({
    low: -4,
    high: 9,
  });
});

test('the most striking come first, either way', () => {
  const of = (score: number | undefined, minutes: number) => ({
    kind: 'price' as const,
    start: '2025-01-01T00:00:00Z',
    minutes,
    ...(score === undefined ? {} : { score }),
  });
  expect(byWeight([of(4, 15), of(undefined, 60), of(-9, 15), of(undefined, 120)])).toEqual([
    of(-9, 15),
    of(4, 15),
    of(undefined, 120),
    of(undefined, 60),
  ]);
});

test('only areas of the same source and days are held against each other', () => {
  const area = (code: string, source: 'cleared' | 'published', firstDay: string, lastDay: string) => ({
    marketCode: 'sim-dam',
    marketName: 'Day-ahead',
    simulated: true,
    timeZone: 'Asia/Kolkata',
    area: code,
    areaName: code,
    kind: 'bidding' as const,
    source,
    firstDay,
    lastDay,
  });
  const one = area('W2', 'cleared', '2026-07-01', '2026-07-31');
  const same = area('S1', 'cleared', '2026-07-31', '2026-08-31');
  const earlier = area('N1', 'cleared', '2026-06-01', '2026-06-30');
  const published = area('E1', 'published', '2026-07-01', '2026-07-31');
  expect(comparable([one, same, earlier, published], one)).toEqual([same]);
});

const ROME = 'Europe/Rome';
const NOON = Date.parse('2026-07-01T12:10:00+02:00');

test('the day shown is the market’s today, or the last that has prices', () => {
  const of = { lastDay: '2026-07-02', timeZone: ROME };
  expect(dayShown(of, NOON)).toBe('2026-07-01');
  expect(dayShown(of, Date.parse('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
  expect(dayShown({ ...of, lastDay: '2026-06-12' }, NOON)).toBe('2026-06-12');
});

test('the newest block is the feed’s, unless it is over, to come or of another day', () => {
  const stored = { start: '2026-07-01T11:00:00+02:00', price: 80 };
  const told = (startsAt: string) => ({ startsAt, price: 90, at: '2026-07-01T10:00:00Z' });
  const newest = (startsAt: string) => newestBlock(stored, told(startsAt), '2026-07-01', ROME, NOON)?.price;
  expect(newest('2026-07-01T10:00:00Z')).toBe(90);
  expect(newest('2026-07-01T09:00:00Z')).toBe(90);
  expect(newest('2026-07-01T08:00:00Z')).toBe(80);
  expect(newest('2026-07-01T11:00:00Z')).toBe(80);
  expect(newest('2026-06-30T21:00:00Z')).toBe(80);
  expect(newestBlock(null, null, '2026-07-01', ROME, NOON)).toBeNull();
});
