import { describe, expect, it } from 'vitest';
import type { BookDay, BookSeries } from '@/api/types';
import { kindsIn, layersOf, marketsOf, oversold, rowsOf, sum } from './book-model';

const figures = (...powerMw: number[]) => ({
  powerMw,
  energyMwh: powerMw.map((p) => p / 4),
  totalMwh: powerMw.reduce((a, b) => a + b, 0) / 4,
});

const series = (
  side: 'sell' | 'buy',
  kind: BookSeries['kind'],
  marketCode: string | undefined,
  ...powerMw: number[]
): BookSeries => ({ side, kind, marketCode, figures: figures(...powerMw) });

const book: BookDay = {
  deliveryDay: '2026-11-27',
  timeZone: 'Asia/Kolkata',
  blockStarts: ['2026-11-27T00:00:00+05:30', '2026-11-27T00:15:00+05:30'],
  assets: [],
  series: [
    series('sell', 'long_term', undefined, 30, 30),
    series('sell', 'offered', 'sim-dam', 0.1, 0),
    series('sell', 'offered', 'sim-rtm', 0.2, 0),
    series('buy', 'awarded', 'sim-dam', 0, 4),
  ],
  sale: { most: figures(30, 30), committed: figures(30.3, 30), remaining: figures(-0.3, 0) },
  purchase: { most: figures(9, 9), committed: figures(0, 4), remaining: figures(9, 5) },
};

describe('the book', () => {
  it('adds markets of a kind without dust', () => {
    expect(sum([0.1, 0.2])).toBe(0.3);
    expect(layersOf(book, 'sell', 'mw', null).map((l) => [l.kind, ...l.values])).toEqual([
      ['long_term', 30, 30],
      ['offered', 0.3, 0],
    ]);
  });

  it('shows one market without contracts, and in MWh what a quarter of an hour makes', () => {
    expect(layersOf(book, 'sell', 'mwh', 'sim-rtm')).toEqual([
      { side: 'sell', kind: 'offered', values: [0.05, 0] },
    ]);
    expect(marketsOf(book)).toEqual(['sim-dam', 'sim-rtm']);
  });

  it('says block by block what there is and what is left over all markets', () => {
    const rows = rowsOf(book, 'mw', 'sim-dam');
    expect(rows[1]).toEqual({
      block: 2,
      start: '00:15',
      sell: { offered: 0 },
      buy: { awarded: 4 },
      scheduled: null,
      leftToSell: 0,
      leftToBuy: 5,
    });
    expect(kindsIn(rows, 'sell')).toEqual(['offered']);
    expect(oversold(book)).toEqual([1]);
  });
});
