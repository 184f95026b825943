import { describe, expect, it } from 'vitest';
import type { DayOverview } from '@/api/types';
import { priceLines } from './price-lines';

const day = (prices: Record<string, (number | null)[]>): DayOverview => ({
  exchangeId: 'x',
  day: '2026-11-27',
  markets: Object.entries(prices).map(([marketCode, series]) => ({
    marketCode,
    currency: 'INR',
    areas: [{ area: 'W2', prices: series, buyMwh: 0, sellMwh: 0 }],
    unconstrained: { prices: series, volumesMwh: series },
  })),
});
const keys = (...args: Parameters<typeof priceLines>) => priceLines(...args).map((l) => l.key);

describe('lines of the day', () => {
  it('draws the day-ahead price last, over all others', () =>
    expect(keys(day({ 'sim-dam': [1], 'sim-rtm': [2] }), [], 'W2')).toEqual(['mcp', 'sim-rtm', 'sim-dam']));
  it('leaves out what nobody knows yet', () =>
    expect(keys(day({ 'sim-dam': [1], 'sim-rtm': [null, null] }), [undefined], 'W2')).toEqual([
      'mcp',
      'sim-dam',
    ]));
  it('averages the past days that are there', () => {
    const past = [day({ 'sim-dam': [10, null] }), undefined, day({ 'sim-dam': [30, 8] })];
    const lines = priceLines(undefined, past, 'W2');
    expect(lines.map((l) => l.key)).toEqual(['week', 'yesterday']);
    expect(lines[0]).toMatchObject({ name: 'DAM mean of 2 d', values: [20, 8] });
  });
});
