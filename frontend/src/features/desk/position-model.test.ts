import { describe, expect, it } from 'vitest';
import type { DayPosition } from '@/api/types';
import { heat, marketTotals, positionRows } from './position-model';

const block = (n: number, dam: number, rtm: number, amount: number): DayPosition['blocks'][number] => ({
  block: n,
  startsAt: '2026-11-27T00:00+05:30',
  energyMwh: dam + rtm,
  amount,
  markets: [
    { marketCode: 'sim-dam', energyMwh: dam, amount: amount - 10 },
    { marketCode: 'sim-rtm', energyMwh: rtm, amount: 10 },
  ],
});
const position: DayPosition = {
  exchangeId: 'x',
  day: '2026-11-27',
  totals: { energyMwh: -6, amount: 700 },
  markets: ['sim-dam', 'sim-rtm'],
  blocks: [block(1, -4, -4, 800), block(2, 4, -2, -100), block(96, 1, -1, 0)],
  assets: [],
};

describe('the own day, block by block', () => {
  const rows = positionRows(position);
  it('has all 96 blocks, traded or not', () => {
    expect(rows).toHaveLength(96);
    expect(rows[95]).toMatchObject({ block: 96, start: '23:45', traded: true });
    expect(rows[2]).toMatchObject({ traded: false, netMwh: 0, amount: 0, price: null });
  });
  it('says what a MWh of the net brought, and nothing where it nets to nothing', () =>
    expect(rows.slice(0, 2).map((r) => r.price)).toEqual([100, 50]));
  it('has no price for a net of nothing', () => expect(rows[95]?.price).toBeNull());
  it('adds up each market', () =>
    expect(marketTotals(position)).toEqual([
      { marketCode: 'sim-dam', energyMwh: 1, amount: 670 },
      { marketCode: 'sim-rtm', energyMwh: -7, amount: 30 },
    ]));
  it('colours by side and by share of the largest block', () =>
    expect(heat(rows).slice(0, 3)).toEqual([-1, 0.25, 0]));
});
