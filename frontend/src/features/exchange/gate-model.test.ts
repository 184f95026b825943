import { describe, expect, it } from 'vitest';
import type { MarketEvent } from '@/api/types';
import { countsTo, gatesOf, nextGates, urgency } from './gate-model';

const at = (time: string) => Date.parse(`2026-11-26T${time}+05:30`);
const event = (
  kind: MarketEvent['kind'],
  marketCode: string,
  time: string,
  session = 1,
  deliveryDay = '2026-11-27',
): MarketEvent => ({
  id: `${kind} ${marketCode} ${session}`,
  auctionId: `${marketCode} ${session}`,
  marketCode,
  session,
  deliveryDay,
  kind,
  dueAt: `2026-11-26T${time}:00+05:30`,
  state: 'pending',
});

const pending = [
  event('open', 'sim-rtm', '11:45', 26, '2026-11-26'),
  event('close', 'sim-dam', '12:00'),
  event('close', 'sim-gdam', '12:00'),
  event('close', 'sim-rtm', '12:00', 26, '2026-11-26'),
  event('publish', 'sim-dam', '13:00'),
  event('close', 'sim-rtm', '12:30', 27, '2026-11-26'),
];

describe('the gates ahead', () => {
  it('joins auctions that close together, but never real time with day ahead', () =>
    expect(gatesOf(pending).map((g) => g.title)).toEqual(['DAM · GDAM', 'RTM S26', 'RTM S27']));
  it('names the next of each kind', () =>
    expect(nextGates(gatesOf(pending)).map((g) => g.title)).toEqual(['DAM · GDAM', 'RTM S26']));
  it('has none when the calendar has none', () => expect(nextGates(gatesOf([]))).toEqual([]));
  it('keeps the auctions of each', () =>
    expect(gatesOf(pending)[0]?.auctionIds).toEqual(['sim-dam 1', 'sim-gdam 1']));
});

describe('how near a gate is', () => {
  const [dam, rtm] = nextGates(gatesOf(pending));
  if (!dam || !rtm) throw new Error('two gates');
  it('is calm, near and at its last, by the exchange’s time', () =>
    expect(['11:20:00', '11:30:00', '11:52:00'].map((t) => urgency(dam, at(t)))).toEqual([
      'calm',
      'near',
      'last',
    ]));
  it('turns at the minutes a person has set', () => {
    expect(urgency(dam, at('11:20:00'), [60, 45])).toBe('last');
    expect(urgency(dam, at('11:20:00'), [60])).toBe('last');
    // earlier than a session is open
    expect(urgency(rtm, at('11:46:00'), [60, 20])).toBe('calm');
    expect(urgency(rtm, at('11:56:00'), [60, 5])).toBe('last');
  });
  it('counts to the opening until it opens, then to the closing', () => {
    expect(urgency(rtm, at('11:40:00'))).toBe('ahead');
    expect(countsTo(rtm, at('11:40:00'))).toBe(at('11:45:00'));
    expect(countsTo(rtm, at('11:45:00'))).toBe(at('12:00:00'));
    expect(urgency(rtm, at('11:46:00'))).toBe('calm');
  });
});
