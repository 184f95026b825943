import { describe, expect, it } from 'vitest';
import type { AreaPrices, Auction } from '@/api/types';
import {
  auctionName,
  byMarket,
  isHeldOutside,
  isImported,
  movedBlocks,
  nextStep,
  resultStanding,
  splitBlocks,
  summarise,
  tally,
} from './auction-model';

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

describe('an auction that an exchange moves', () => {
  const auction = (state: Auction['state'], exchangeId?: string): Auction => ({
    id: 'a',
    ...(exchangeId ? { exchangeId } : {}),
    marketCode: 'sim-rtm',
    deliveryDay: '2026-11-27',
    session: 1,
    scope: 'sandbox',
    state,
    clock: 'accelerated',
    gateOpensAt: '2026-11-26T22:45+05:30',
    gateClosesAt: '2026-11-26T23:00+05:30',
    clearsAt: '2026-11-26T23:10+05:30',
    publishesAt: '2026-11-26T23:15+05:30',
    timeZone: 'Asia/Kolkata',
    currency: 'INR',
    blockMinutes: 15,
    firstBlock: 1,
    blockCount: 2,
    areas: ['N1'],
    version: 1,
  });
  it('says what comes next and when', () =>
    expect(
      (['scheduled', 'open', 'closed', 'cleared', 'published'] as const).map(
        (s) => nextStep(auction(s, 'e'))?.text,
      ),
    ).toEqual(['Gate opens', 'Gate closes', 'Clears', 'Result is final', undefined]));
  it('puts sessions after the auctions of a whole day, and counts where they stand', () => {
    const sessions = (['published', 'open', 'scheduled', 'scheduled'] as const).map((state, i) => ({
      ...auction(state, 'e'),
      session: 4 - i,
    }));
    const groups = byMarket([...sessions, { ...auction('open', 'e'), marketCode: 'sim-dam' }]);
    expect(groups.map((g) => g.map((a) => a.session))).toEqual([[1], [1, 2, 3, 4]]);
    expect(tally(sessions)).toEqual([
      { state: 'scheduled', count: 2 },
      { state: 'open', count: 1 },
      { state: 'published', count: 1 },
    ]);
  });
  it('leaves imported days to their reader', () => {
    expect(nextStep(auction('open'))).toBeNull();
    expect(resultStanding(auction('published'))).toBeNull();
  });
  it('calls a result provisional until it is published', () =>
    expect([resultStanding(auction('cleared', 'e')), resultStanding(auction('published', 'e'))]).toEqual([
      'provisional result',
      'final result',
    ]));
});

describe('an auction that an exchange outside holds', () => {
  const auction = (state: Auction['state'], over: Partial<Auction> = {}): Auction =>
    ({
      marketCode: 'iex-rtm',
      session: 30,
      blockCount: 2,
      state,
      clock: 'wall',
      gateOpensAt: 'opens',
      gateClosesAt: 'closes',
      ...over,
    }) as Auction;

  it('is no imported day and no exchange’s here', () => {
    expect(isHeldOutside(auction('open'))).toBe(true);
    expect(isHeldOutside(auction('open', { importId: 'i' }))).toBe(false);
    expect(isHeldOutside(auction('open', { exchangeId: 'x' }))).toBe(false);
    expect(isHeldOutside(auction('open', { clock: 'replay' }))).toBe(false);
    expect(isImported(auction('open', { clock: 'replay' }))).toBe(true);
  });

  it('goes by its gate, and then waits for the exchange', () => {
    expect(nextStep(auction('scheduled'))).toEqual({ text: 'Gate opens', at: 'opens' });
    expect(nextStep(auction('open'))).toEqual({ text: 'Gate closes', at: 'closes' });
    expect(nextStep(auction('closed'))).toBe(null);
    expect(nextStep(auction('closed', { clearsAt: 'due' }))).toEqual({ text: 'Result due', at: 'due' });
    expect(nextStep(auction('open', { clock: 'replay' }))).toBe(null);
  });

  it('has the name of its market, and of its session where it has many', () => {
    expect(auctionName(auction('open'))).toBe('IEX RTM S30');
    expect(auctionName(auction('open', { marketCode: 'gme-mgp', blockCount: 96 }))).toBe('GME MGP');
    expect(auctionName(auction('open', { marketCode: 'sim-rtm', exchangeId: 'x' }))).toBe('RTM S30');
    expect(auctionName(auction('open', { marketCode: 'sim-dam', exchangeId: 'x', blockCount: 96 }))).toBe(
      'DAM',
    );
  });
});
