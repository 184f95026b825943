import { describe, expect, it } from 'vitest';
import type { Auction, Bid } from '@/api/types';
import { blotterRows, quantityRange } from './blotter-model';
import { gateLines, gatesLeft } from './gate-line';

const auction = (marketCode: string, session: number, state: Auction['state']): Auction =>
  ({
    id: `${marketCode} ${session}`,
    marketCode,
    session,
    state,
    gateOpensAt: '2026-11-26T10:00+05:30',
    gateClosesAt: `2026-11-26T${String(10 + (session % 12)).padStart(2, '0')}:30+05:30`,
    clearsAt: '2026-11-26T13:00+05:30',
    publishesAt: '2026-11-26T15:00+05:30',
  }) as Auction;
const sessions = (published: number) =>
  Array.from({ length: 48 }, (_, i) =>
    auction('sim-rtm', i + 1, i < published ? 'published' : i === published ? 'open' : 'scheduled'),
  );
const names = (auctions: Auction[]) => gateLines(auctions).map((l) => l.name);

describe('the gates of a day', () => {
  it('shows every day-ahead market, and the sessions around the present one', () =>
    expect(
      names([...sessions(10), auction('sim-hpdam', 1, 'open'), auction('sim-dam', 1, 'cleared')]),
    ).toEqual(['DAM', 'HP-DAM', 'RTM S10', 'RTM S11', 'RTM S12', 'RTM S13', 'RTM S14', 'RTM S15']));
  it('starts with the first session, and ends with the last', () => {
    expect(names(sessions(0))[0]).toBe('RTM S1');
    expect(names(sessions(48)).at(-1)).toBe('RTM S48');
    expect(names(sessions(47))).toHaveLength(6);
  });
  it('says what comes next, and nothing once all is published', () => {
    const of = (state: Auction['state']) => gateLines([auction('sim-dam', 1, state)])[0]?.next?.what;
    expect([of('scheduled'), of('open'), of('closed'), of('cleared'), of('published')]).toEqual([
      'opens',
      'closes',
      'clears',
      'publishes',
      undefined,
    ]);
  });
  it('counts the gates that can still be met', () => expect(gatesLeft(sessions(10))).toBe(38));
});

describe('own bids of a day', () => {
  const bid = (auctionId: string, assetName: string) => ({ auctionId, assetName }) as Bid;
  it('leaves other days out and begins with what can still be changed', () =>
    expect(
      blotterRows(
        [bid('sim-rtm 1', 'B'), bid('elsewhere', 'C'), bid('sim-dam 1', 'B'), bid('sim-dam 1', 'A')],
        [auction('sim-dam', 1, 'open'), auction('sim-rtm', 1, 'published')],
      ).map((r) => `${r.auction.id} ${r.bid.assetName}`),
    ).toEqual(['sim-dam 1 A', 'sim-dam 1 B', 'sim-rtm 1 B']));
  it('offers from the smallest to the largest block', () => {
    const points = (...mw: number[]) => ({
      block: 1,
      points: mw.map((quantity) => ({ price: 1, quantity })),
    });
    expect(quantityRange({ blocks: [points(0, 30), points(0, 12.5)], blockOrders: [] })).toEqual({
      low: 12.5,
      high: 30,
    });
    expect(quantityRange({ blocks: [], blockOrders: [] })).toBeNull();
  });
});
