import { describe, expect, it } from 'vitest';
import { columnTotals, cornersOf, hintsOf, quantityAt, valueRange } from './curve-hints';

const sell = [2000, 0, 4000, 10, 9000, 12];
const buy = [9000, 5, 3000, 10, null, null];

describe('hints while typing', () => {
  it('has none for curves in order, and none for a half-typed point', () => {
    expect(hintsOf(sell, 'sell', 'linear')).toEqual([]);
    expect(hintsOf(buy, 'buy', 'linear')).toEqual([]);
    expect(hintsOf([2000, 5, 1000, null], 'sell', 'linear')).toEqual([]);
  });
  it('names the cell where prices or quantities turn', () => {
    expect(hintsOf([2000, 10, 2000, 5], 'sell', 'linear').map((h) => h.column)).toEqual([2, 3]);
    expect(hintsOf(sell, 'buy', 'linear').map((h) => h.column)).toEqual([2, 4]);
  });
  it('lets a linear curve stay level, but not a step curve', () => {
    expect(hintsOf([1000, 10, 2000, 10], 'sell', 'linear')).toEqual([]);
    expect(hintsOf([1000, 10, 2000, 10], 'sell', 'step').map((h) => h.column)).toEqual([3]);
  });
});

describe('quantity at a price', () => {
  it('interpolates a linear sell, and is zero below its first price', () => {
    expect(quantityAt(sell, 'sell', 'linear', 1999)).toBe(0);
    expect(quantityAt(sell, 'sell', 'linear', 3000)).toBe(5);
    expect(quantityAt(sell, 'sell', 'linear', 6500)).toBe(11);
    expect(quantityAt(sell, 'sell', 'linear', 10000)).toBe(12);
  });
  it('interpolates a linear buy from above', () => {
    expect(quantityAt(buy, 'buy', 'linear', 9001)).toBe(0);
    expect(quantityAt(buy, 'buy', 'linear', 6000)).toBe(7.5);
    expect(quantityAt(buy, 'buy', 'linear', 0)).toBe(10);
  });
  it('holds a step until the next price', () => {
    expect(quantityAt(sell, 'sell', 'step', 8999)).toBe(10);
    expect(quantityAt([null, null], 'sell', 'step', 1)).toBeNull();
  });
});

it('draws a line between points, or stairs', () => {
  expect(cornersOf(sell, 'linear').map((c) => [c.q, c.p])).toEqual([
    [0, 2000],
    [0, 2000],
    [10, 4000],
    [12, 9000],
  ]);
  expect(cornersOf([10, 5, 20, 8], 'step').map((c) => [c.q, c.p])).toEqual([
    [0, 10],
    [5, 10],
    [5, 20],
    [8, 20],
  ]);
});

describe('totals', () => {
  const sheet = [
    [1000, 10, 2000, 20],
    [3000, 4, null, null],
    [null, null, null, null],
  ];
  it('adds energy and averages prices by column', () =>
    expect(columnTotals(sheet, 0.25)).toEqual([2000, 3.5, 2000, 5]));
  it('spans the money from first to last points', () => {
    expect(valueRange(sheet, 0.25)).toEqual({ least: 5500, most: 13000 });
    expect(valueRange([[null, null]], 0.25)).toBeNull();
  });
});
