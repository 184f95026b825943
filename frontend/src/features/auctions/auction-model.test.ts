import { describe, expect, it } from 'vitest';
import type { AreaPrices } from '@/api/types';
import { movedBlocks, splitBlocks, summarise } from './auction-model';

const area = (code: string, prices: number[]): AreaPrices => ({
  area: code,
  prices,
  low: prices,
  high: prices,
  supplyMwh: prices,
  demandMwh: prices,
  netPositionMwh: prices.map(() => 5),
});

describe('the day in figures', () => {
  it('summarises an area and how it moved against another run', () => {
    const [nord] = summarise([area('NORD', [10, 30])], [area('NORD', [12, 36])]);
    expect(nord).toMatchObject({ average: 20, low: 10, high: 30, moved: -4, netPositionMwh: 10 });
  });
  it('knows no movement without the other run', () =>
    expect(summarise([area('NORD', [1])], undefined)[0]?.moved).toBeNull());
  it('counts the blocks in which zones part', () => {
    expect(splitBlocks([area('NORD', [10, 20, 30]), area('SUD', [10, 21, 30.001])])).toBe(1);
  });
  it('counts the blocks whose price moved', () => expect(movedBlocks([1, 2, 3], [1, 2.5, 3])).toBe(1));
});
