import { describe, expect, it } from 'vitest';
import type { Auction, Bid, DayOverview, DayPosition } from '@/api/types';
import { dayFigures } from './kpi-model';

const overview: DayOverview = {
  exchangeId: 'x',
  day: '2026-11-27',
  markets: [
    {
      marketCode: 'sim-dam',
      currency: 'INR',
      areas: [{ area: 'W2', prices: [3000, 10000, 10000, null], buyMwh: 1, sellMwh: 2 }],
      unconstrained: { prices: [2000, 9000, 7000, null], volumesMwh: [1, 1, 1, null] },
    },
  ],
};
const position: DayPosition = {
  exchangeId: 'x',
  day: '2026-11-27',
  currency: 'INR',
  totals: { energyMwh: -3, amount: 12345.67 },
  markets: ['sim-dam', 'sim-rtm'],
  blocks: [
    {
      block: 1,
      startsAt: '2026-11-27T00:00+05:30',
      energyMwh: -3,
      amount: 12345.67,
      markets: [
        { marketCode: 'sim-dam', energyMwh: -5, amount: 20000 },
        { marketCode: 'sim-rtm', energyMwh: 2, amount: -7654.33 },
      ],
    },
  ],
  assets: [],
};
const bid = (auctionId: string, state: Bid['state']) => ({ auctionId, state }) as Bid;
const auction = (id: string, state: Auction['state']) => ({ id, state }) as Auction;

describe('the day in figures', () => {
  const f = dayFigures(
    overview,
    position,
    [bid('a', 'approved'), bid('a', 'withdrawn'), bid('b', 'approved')],
    [auction('a', 'open'), auction('b', 'published')],
    'W2',
    10_000,
  );
  it('reads prices over the blocks that are known', () => {
    expect(f.mcpMean).toBe(6000);
    expect(f.mcpPeak).toEqual({ value: 9000, block: 2 });
    expect(f.areaMean).toBeCloseTo(7666.67, 2);
    expect(f.areaSpread).toBeCloseTo(1666.67, 2);
    expect(f.blocksAtCap).toBe(2);
  });
  it('parts sales from purchases, and takes the server’s own sum of money', () => {
    expect([f.soldMwh, f.boughtMwh, f.money]).toEqual([5, 2, 12345.67]);
  });
  it('counts bids that can still be changed', () => expect(f.openBids).toBe(1));
  it('knows nothing before there is a result, yet shows no −0', () => {
    const none = dayFigures(undefined, undefined, [], [], 'W2', undefined);
    expect(none).toMatchObject({ mcpMean: null, areaSpread: null, blocksAtCap: null, money: null });
    expect(Object.is(none.soldMwh, 0)).toBe(true);
  });
});
