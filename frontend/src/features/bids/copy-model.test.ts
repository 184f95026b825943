import { describe, expect, it } from 'vitest';
import type { Asset, Auction, Bid } from '@/api/types';
import {
  assetsFor,
  auctionsFor,
  bidsFor,
  blocksIn,
  daysWithBids,
  faultsByBid,
  isSameKind,
} from './copy-model';

const auction = (over: Partial<Auction> = {}): Auction => ({
  id: 'target',
  exchangeId: 'shared',
  marketCode: 'sim-rtm',
  deliveryDay: '2026-11-28',
  session: 30,
  scope: 'shared',
  state: 'open',
  clock: 'accelerated',
  gateOpensAt: '2026-11-28T13:15:00+05:30',
  gateClosesAt: '2026-11-28T13:30:00+05:30',
  timeZone: 'Asia/Kolkata',
  currency: 'INR',
  blockMinutes: 15,
  firstBlock: 59,
  blockCount: 2,
  areas: ['W2'],
  version: 1,
  ...over,
});

const bid = (over: Partial<Bid> = {}): Bid => ({
  id: 'bid',
  auctionId: 'source',
  marketCode: 'sim-rtm',
  deliveryDay: '2026-11-27',
  assetId: 'plant',
  assetName: 'Plant',
  areaCode: 'W2',
  side: 'sell',
  state: 'draft',
  versionNumber: 1,
  blocks: [],
  carryOver: false,
  blockOrders: [],
  rejection: null,
  submission: null,
  atVenue: null,
  createdAt: '2026-11-26T10:00:00Z',
  createdBy: 'me',
  updatedAt: '2026-11-26T10:00:00Z',
  version: 1,
  ...over,
});

const asset = (over: Partial<Asset> = {}): Asset =>
  ({
    id: 'plant',
    name: 'Plant',
    type: 'solar',
    marketCode: 'sim-dam',
    areaCode: 'W2',
    maxInjectionMw: 10,
    maxWithdrawalMw: 0,
    version: 1,
    ...over,
  }) as Asset;

describe('what a past day has for an auction', () => {
  it('is of the same session and world', () => {
    const real = { exchangeId: undefined, clock: 'wall' as const };
    expect(isSameKind(auction(), auction({ id: 'source', deliveryDay: '2026-11-27' }))).toBe(true);
    expect(isSameKind(auction(), auction({ session: 31 }))).toBe(false);
    expect(isSameKind(auction(), auction({ exchangeId: 'sandbox' }))).toBe(false);
    expect(isSameKind(auction(real), auction({ ...real, importId: 'i', clock: 'replay' }))).toBe(false);
  });

  it('comes in the order it was written, without other sessions’ bids', () => {
    const auctions = [auction({ id: 'source' }), auction({ id: 'other', session: 31 })];
    const bids = [
      bid({ id: 'late', createdAt: '2026-11-26T11:00:00Z' }),
      bid({ id: 'elsewhere', auctionId: 'other' }),
      bid({ id: 'early' }),
    ];
    expect(bidsFor(auction(), auctions, bids).map((b) => b.id)).toEqual(['early', 'late']);
  });

  it('offers days before the auction’s with bids that stand', () => {
    const on = (deliveryDay: string, state: Bid['state'] = 'approved') => bid({ deliveryDay, state });
    expect(
      daysWithBids(
        [
          on('2026-11-20'),
          on('2026-11-27'),
          on('2026-11-27'),
          on('2026-11-28'),
          on('2026-11-25', 'withdrawn'),
        ],
        auction(),
      ),
    ).toEqual(['2026-11-27', '2026-11-20']);
  });
});

describe('where a bid may be cloned to', () => {
  const assets = [asset(), asset({ id: 'load', maxInjectionMw: 0, maxWithdrawalMw: 5 })];

  it('is an open gate that an asset able on its side fits', () => {
    const later = auction({ id: 'later', gateClosesAt: '2026-11-28T14:00:00+05:30' });
    const all = [
      later,
      auction(),
      auction({ id: 'closed', state: 'closed' }),
      auction({ id: 'far', areas: ['N1'] }),
    ];
    expect(auctionsFor(bid(), all, assets).map((a) => a.id)).toEqual(['target', 'later']);
  });

  it('takes only assets that can be on that side', () => {
    expect(assetsFor(bid(), auction(), assets).map((a) => a.id)).toEqual(['plant']);
    expect(assetsFor(bid({ side: 'buy' }), auction(), assets).map((a) => a.id)).toEqual(['load']);
  });
});

it('finds the bid a fault is about, and its block', () => {
  const faults = [
    { field: '/bids/1/blocks/0/points/2/quantity', code: 'capability', message: 'Too much.' },
    { field: '/bids/1/assetId', code: 'unknown', message: 'No such asset.' },
    { field: '/bids/2/blocks/0', code: 'capability', message: 'Too much.' },
    { field: '/bidIds/0', code: 'unknown', message: 'No such bid.' },
    { field: '/auctionId', code: 'gate_closed', message: 'Closed.' },
  ];
  const { ofBid, rest } = faultsByBid(faults, (index) => (index === 1 ? [41, 42] : null));
  expect(ofBid.get(1)).toEqual([
    { where: 'Block 41, point 3 quantity', message: 'Too much.' },
    { where: 'Asset', message: 'No such asset.' },
  ]);
  expect(ofBid.get(2)).toEqual([{ where: 'Row 1 of its blocks', message: 'Too much.' }]);
  expect(ofBid.get(0)).toEqual([{ where: '', message: 'No such bid.' }]);
  expect(rest.map((f) => f.field)).toEqual(['/auctionId']);
});

it('knows the blocks where two auctions have the same', () => {
  const own = bid({ blocks: [{ block: 59, points: [] }] });
  expect(blocksIn(own, auction(), auction())).toEqual([59]);
  expect(blocksIn(own, auction({ blockMinutes: 60 }), auction())).toBe(null);
  expect(blocksIn(own, undefined, auction())).toBe(null);
});
