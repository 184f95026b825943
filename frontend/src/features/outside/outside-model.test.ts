import { describe, expect, it } from 'vitest';
import type { CalendarDay, ExchangeAward, ExchangeConnection, Market } from '@/api/types';
import { bidsLine, faultAt, missingConnection, realMarkets, revisions, sessionsOf } from './outside-model';

const market = (over: Partial<Market> = {}): Market => ({
  code: 'iex-dam',
  currency: 'INR',
  grid: 'india',
  name: 'IEX day-ahead',
  operatorCode: 'iex',
  segment: 'dam',
  simulated: false,
  takesOrders: true,
  timeZone: 'Asia/Kolkata',
  ...over,
});

describe('markets one can take part in', () => {
  it('are real and take orders', () =>
    expect(
      realMarkets([
        market(),
        market({ code: 'sim-dam', simulated: true }),
        market({ code: 'entsoe-da', takesOrders: false }),
        market({ code: 'gme-mgp', name: 'GME' }),
      ]).map((m) => m.code),
    ).toEqual(['gme-mgp', 'iex-dam']));

  it('need a connection that is on', () => {
    const connection = { operatorCode: 'iex', enabled: true } as ExchangeConnection;
    expect(missingConnection(market(), [connection])).toBe(null);
    expect(missingConnection(market(), [{ ...connection, enabled: false }])).toMatch(/IEX is off/);
    expect(missingConnection(market(), [{ ...connection, operatorCode: 'gme' }])).toMatch(
      /No connection to IEX/,
    );
    expect(missingConnection(market(), undefined)).toBe(null);
  });

  it('have no auction on a holiday', () => {
    const day = { holiday: false, sessions: [{ session: 1 }] } as CalendarDay;
    expect(sessionsOf(day)).toHaveLength(1);
    expect(sessionsOf({ ...day, holiday: true })).toEqual([]);
    expect(sessionsOf(null)).toEqual([]);
  });
});

describe('a refused wish to take part', () => {
  const faults = [
    { field: '/session', code: 'unknown', message: 'No such auction.' },
    { field: '/marketCode', code: 'unknown', message: 'No such market.' },
  ];
  it('is told at its field', () => {
    expect(faultAt(faults, 'marketCode', true)).toBe('No such market.');
    expect(faultAt(faults, 'session', true)).toBe('No such auction.');
    expect(faultAt(faults, 'deliveryDay', true)).toBeUndefined();
  });
  it('of a session that cannot be chosen is told at the day', () =>
    expect(faultAt(faults, 'deliveryDay', false)).toBe('No such auction.'));
});

describe('how own bids stand in a real market', () => {
  const none = { bids: 0, notSubmitted: 0, onTheWay: 0, inDoubt: 0, refused: 0, acknowledged: 0 };
  it('is told by the worst first', () =>
    expect(bidsLine({ ...none, bids: 5, inDoubt: 1, onTheWay: 2, notSubmitted: 1, acknowledged: 1 })).toEqual(
      {
        text: '5 bids · 1 in doubt · 2 on the way · 1 not submitted · 1 acknowledged',
        tone: 'bad',
      },
    ));
  it('is nothing without a bid', () => expect(bidsLine(none)).toBe(null));
});

it('names the revisions of awards, the latest first', () => {
  const award = (revision: number, status: ExchangeAward['status']) =>
    ({ revision, status }) as ExchangeAward;
  expect(revisions([award(1, 'final'), award(2, 'curtailed'), award(1, 'final')])).toEqual([
    '2 (curtailed)',
    '1 (final)',
  ]);
});
