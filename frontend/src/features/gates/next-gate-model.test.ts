import { describe, expect, it } from 'vitest';
import type { NextGate } from '@/api/types';
import { atVenueText, gateName, isMissing, marketLeft, nextUrgency, warningDue } from './next-gate-model';

const MINUTES = [30, 10, 2];
const gate = (over: Partial<NextGate> = {}): NextGate => ({
  auctionId: 'a',
  marketCode: 'sim-dam',
  deliveryDay: '2026-07-02',
  session: 1,
  exchangeId: 'x',
  exchangeName: 'Shared',
  scope: 'shared',
  closesAt: '2026-07-01T12:00:00+05:30',
  timeZone: 'Asia/Kolkata',
  closesInMillis: 40 * 60_000,
  speed: 1,
  own: true,
  atVenue: 0,
  notAtVenue: 0,
  needsApproval: 0,
  ...over,
});

describe('warnings of a gate', () => {
  it('are the latest that is due', () => {
    const due = (minutesLeft: number) =>
      warningDue(gate({ closesInMillis: minutesLeft * 60_000 }), 0, MINUTES);
    expect([31, 30, 11, 10, 2, 0.5, 0].map(due)).toEqual([null, 30, 30, 10, 2, 2, null]);
  });
  it('count by the exchange’s clock', () => {
    const fast = gate({ closesInMillis: 60_000, speed: 60 });
    expect(marketLeft(fast, 30_000)).toBe(30 * 60_000);
    expect(warningDue(fast, 29_000, MINUTES)).toBe(null);
    expect(warningDue(fast, 30_000, MINUTES)).toBe(30);
  });
  it('leave out what is earlier than a session is open', () =>
    expect(warningDue(gate({ marketCode: 'sim-rtm', closesInMillis: 14 * 60_000 }), 0, MINUTES)).toBe(null));
  it('turn at the first two', () => {
    const how = (minutesLeft: number) =>
      nextUrgency(gate({ closesInMillis: minutesLeft * 60_000 }), 0, MINUTES);
    expect([31, 30, 10].map(how)).toEqual(['calm', 'near', 'last']);
  });
});

describe('the name of a gate', () => {
  it('has the operator where the market is real', () => {
    expect(gateName(gate())).toBe('DAM 2 Jul');
    expect(gateName(gate({ marketCode: 'gme-mgp', exchangeId: undefined }))).toBe('GME MGP 2 Jul');
    expect(gateName(gate({ marketCode: 'iex-rtm', session: 13, exchangeId: undefined }))).toBe(
      'IEX RTM S13 2 Jul',
    );
  });
  it('warns of real-time sessions late, of any market', () =>
    expect(warningDue(gate({ marketCode: 'iex-rtm', closesInMillis: 14 * 60_000 }), 0, MINUTES)).toBe(null));
});

describe('what is not at the venue', () => {
  it('is told with what waits for approval', () => {
    expect(atVenueText(gate())).toBe('you have no bid there');
    expect(atVenueText(gate({ atVenue: 1 }))).toBe('your bid is at the venue');
    expect(atVenueText(gate({ atVenue: 3 }))).toBe('all 3 bids are at the venue');
    expect(atVenueText(gate({ atVenue: 3, notAtVenue: 1 }))).toBe('1 of 4 bids is not at the venue');
    expect(atVenueText(gate({ notAtVenue: 2, needsApproval: 1 }))).toBe(
      '2 of 2 bids are not at the venue, 1 of them not approved',
    );
  });
  it('is missing where nothing is there', () =>
    expect([gate(), gate({ atVenue: 1 }), gate({ atVenue: 1, notAtVenue: 1 })].map(isMissing)).toEqual([
      true,
      false,
      true,
    ]));
});
