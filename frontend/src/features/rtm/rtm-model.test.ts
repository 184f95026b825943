import { describe, expect, it } from 'vitest';
import type {
  Asset,
  Auction,
  Award,
  Bid,
  DayOverview,
  DayPosition,
  MarketEvent,
  StandingBid,
} from '@/api/types';
import {
  curveText,
  dayAheadMwh,
  liveDay,
  nextPlacement,
  offeredMw,
  outlook,
  overrideOf,
  pointOf,
  sessionAhead,
  sessionsOf,
} from './rtm-model';

const auction = (session: number, state: Auction['state'], marketCode = 'sim-rtm'): Auction => ({
  id: `${marketCode} ${session}`,
  exchangeId: 'x',
  marketCode,
  deliveryDay: '2026-11-27',
  session,
  scope: 'sandbox',
  state,
  clock: 'accelerated',
  gateOpensAt: '2026-11-26T22:45+05:30',
  gateClosesAt: '2026-11-26T23:00+05:30',
  timeZone: 'Asia/Kolkata',
  currency: 'INR',
  blockMinutes: 15,
  firstBlock: session * 2 - 1,
  blockCount: 2,
  areas: ['N2'],
  version: 1,
});
const bid = (auctionId: string, assetId: string, state: Bid['state'] = 'approved'): Bid => ({
  id: `${auctionId} ${assetId}`,
  auctionId,
  marketCode: 'sim-rtm',
  deliveryDay: '2026-11-27',
  assetId,
  assetName: assetId,
  areaCode: 'N2',
  side: 'sell',
  state,
  versionNumber: 1,
  carryOver: false,
  blocks: [
    {
      block: 1,
      points: [
        { price: 2000, quantity: 0 },
        { price: 3000, quantity: 12 },
      ],
    },
  ],
  blockOrders: [],
  rejection: null,
  submission: null,
  atVenue: null,
  createdAt: '',
  createdBy: '',
  updatedAt: '',
  version: 1,
});
const part = (marketCode: string, energyMwh: number, amount: number) => ({ marketCode, energyMwh, amount });
const block = (n: number, ...markets: ReturnType<typeof part>[]) => ({
  block: n,
  startsAt: '',
  energyMwh: 0,
  amount: 0,
  markets,
});
const position: DayPosition = {
  exchangeId: 'x',
  day: '2026-11-27',
  totals: { energyMwh: 0, amount: 0 },
  markets: [],
  assets: [],
  blocks: [
    block(1, part('sim-rtm', -1, 100), part('sim-dam', -9, 900)),
    block(2, part('sim-rtm', -2, 250)),
    block(3, part('sim-dam', -9, 900)),
  ],
};
const overview: DayOverview = {
  exchangeId: 'x',
  day: '2026-11-27',
  markets: [
    {
      marketCode: 'sim-rtm',
      currency: 'INR',
      unconstrained: {} as DayOverview['markets'][number]['unconstrained'],
      areas: [{ area: 'N2', prices: [3000, 3100, null, null], buyMwh: 0, sellMwh: 0 }],
    },
  ],
};
const asset = (id: string): Asset => ({
  id,
  name: id,
  type: 'solar',
  marketCode: 'sim-dam',
  areaCode: 'N2',
  maxInjectionMw: 20,
  maxWithdrawalMw: 0,
  limits: { installedCapacityMw: 20, availableCapacityMw: 20 },
  limitsStated: true,
  version: 1,
});
const standing: StandingBid = {
  exchangeId: 'x',
  assetId: 'solar',
  areaCode: 'N2',
  side: 'sell',
  points: [{ price: 2000, quantity: 5 }],
  updatedAt: '',
  version: 1,
};
const day = [
  auction(3, 'scheduled'),
  auction(2, 'open'),
  auction(1, 'published'),
  auction(1, 'open', 'sim-dam'),
];
const sessions = sessionsOf(
  day,
  [bid('sim-rtm 2', 'solar'), bid('sim-rtm 2', 'wind', 'withdrawn')],
  position,
  overview,
  'N2',
);
const [first, second, third] = sessions;
if (!first || !second || !third) throw new Error('three sessions');

describe('the sessions of a day', () => {
  it('are the real-time auctions in order, each with its own part of the day’s position', () => {
    expect(sessions.map((s) => s.auction.session)).toEqual([1, 2, 3]);
    expect(first).toMatchObject({ energyMwh: -3, amount: 350, price: 3050 });
  });
  it('have neither award nor price before a result', () =>
    expect(third).toMatchObject({ energyMwh: null, amount: null, price: null }));
  it('leave withdrawn bids out', () => {
    expect(second.bids.map((b) => b.assetId)).toEqual(['solar']);
    expect(offeredMw(second)).toBe(12);
  });
  it('are led by the open one, else by the next to open', () => {
    expect(sessionAhead(sessions)?.auction.session).toBe(2);
    expect(sessionAhead([first, third])?.auction.session).toBe(3);
    expect(sessionAhead([first])).toBeNull();
  });
});

describe('what an asset does if nobody does anything', () => {
  it('keeps its bid', () => expect(outlook(second, asset('solar'), [standing]).kind).toBe('bid'));
  it('places its standing bid when the gate opens', () =>
    expect(outlook(third, asset('solar'), [standing]).kind).toBe('standing'));
  it('does nothing without one, and also where its gate has opened without a bid', () => {
    expect(outlook(third, asset('wind'), [standing]).kind).toBe('none');
    expect(outlook({ ...second, bids: [] }, asset('solar'), [standing]).kind).toBe('none');
  });
  it('still has its day-ahead award in the session’s blocks', () => {
    const award = (n: number, side: Award['side']): Award =>
      ({ assetId: 'solar', block: n, side, acceptedMwh: 4 }) as Award;
    const awards = [award(1, 'sell'), award(2, 'sell'), award(3, 'sell'), award(2, 'buy')];
    expect(dayAheadMwh(awards, 'solar', first.auction)).toBe(-4);
  });
});

it('reads the day and the next placement off the calendar', () => {
  const event = (kind: MarketEvent['kind'], marketCode: string, deliveryDay: string): MarketEvent => ({
    id: kind,
    marketCode,
    deliveryDay,
    kind,
    dueAt: '',
    state: 'pending',
    session: 4,
  });
  const pending = [
    event('close', 'sim-dam', '2026-11-28'),
    event('standing', 'sim-rtm', '2026-11-27'),
    event('close', 'sim-rtm', '2026-11-27'),
  ];
  expect(liveDay(pending)).toBe('2026-11-27');
  expect(nextPlacement(pending)?.session).toBe(4);
  expect([liveDay([]), nextPlacement([])]).toEqual([null, null]);
});

it('begins an override with the standing bid in both blocks, or with the asset’s own side', () => {
  expect(overrideOf(asset('solar'), standing, second.auction).blocks).toEqual([
    { block: 3, points: standing.points },
    { block: 4, points: standing.points },
  ]);
  const load = { ...asset('load'), maxInjectionMw: 0, maxWithdrawalMw: 40 };
  expect(overrideOf(load, undefined, second.auction)).toEqual({
    form: { assetId: 'load', areaCode: 'N2', side: 'buy', label: '', carryOver: false },
    blocks: [],
  });
});

it('writes a curve in one line', () => {
  expect(curveText('sell', standing.points)).toBe('sell 5 MW at 2,000');
  expect(curveText('buy', [...standing.points, { price: 1000, quantity: 8.5 }])).toBe(
    'buy 5…8.5 MW at 2,000…1,000',
  );
  expect(curveText('buy', [])).toBe('nothing');
});

it('finds the point a fault is about', () => {
  expect(pointOf('/blocks/0/points/1/quantity')).toEqual({ index: 1, half: 'quantity' });
  expect(pointOf('/areaCode')).toBeNull();
});
