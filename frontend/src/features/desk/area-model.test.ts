import { describe, expect, it } from 'vitest';
import type { DayOverview } from '@/api/types';
import { areaRows, sorted } from './area-model';

const overview: DayOverview = {
  exchangeId: 'x',
  day: '2026-11-27',
  markets: [
    {
      marketCode: 'sim-rtm',
      currency: 'INR',
      areas: [
        { area: 'N1', prices: [10, 20, 60, null], buyMwh: 100, sellMwh: 40 },
        { area: 'W2', prices: [5, 15, null, null], buyMwh: 10, sellMwh: 70 },
      ],
      unconstrained: { prices: [8, 16, 30, 90], volumesMwh: [1, 1, 1, 1] },
    },
  ],
};
const rows = (block: number | null) => areaRows(overview, 'sim-rtm', ['E1', 'N1', 'W2'], block);

describe('areas of a market', () => {
  it('has a row for every area, also without a result', () => {
    expect(rows(null).map((r) => r.area)).toEqual(['E1', 'N1', 'W2']);
    expect(rows(null)[0]).toMatchObject({ last: null, mean: null, buyMwh: null });
  });
  it('compares with the unconstrained price of the same blocks only', () => {
    expect(rows(null)[1]?.spread).toBe(12);
    expect(rows(null)[2]?.spread).toBe(-2);
  });
  it('shows the price of the block being delivered, or the latest one known', () => {
    expect(rows(1.4)[1]?.last).toBe(20);
    expect(rows(3.9)[1]?.last).toBe(60);
    expect(rows(null)[2]?.last).toBe(15);
  });
  it('imports what is bought and not sold', () => expect(rows(null)[1]?.netImportMwh).toBe(60));
  it('sorts either way and leaves the unknown last', () => {
    expect(sorted(rows(null), 'mean', true).map((r) => r.area)).toEqual(['N1', 'W2', 'E1']);
    expect(sorted(rows(null), 'mean', false).map((r) => r.area)).toEqual(['W2', 'N1', 'E1']);
    expect(sorted(rows(null), 'area', true).map((r) => r.area)).toEqual(['W2', 'N1', 'E1']);
  });
});
