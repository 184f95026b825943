import { describe, expect, it } from 'vitest';
import { eventTitle, eventWord, marketShort, sessionName } from './event-model';

describe('events in words', () => {
  it('says what, whose, which day and when, in the exchange’s zone', () => {
    expect(
      eventTitle({
        kind: 'close',
        marketCode: 'sim-dam',
        session: 1,
        deliveryDay: '2026-11-27',
        dueAt: '2026-11-26T06:30:00Z',
      }),
    ).toBe('Close gate · DAM · 27 Nov · 12:00');
  });
  it('numbers sessions of the real-time market only', () => {
    expect(sessionName('sim-rtm', 30)).toBe('RTM S30');
    expect(sessionName('sim-gdam', 1)).toBe('GDAM');
  });
  it('has no market where the whole day is meant', () =>
    expect(eventTitle({ kind: 'meter', deliveryDay: '2026-11-27', dueAt: '2026-11-27T18:45:00Z' })).toBe(
      'Read meters · 27 Nov · 00:15',
    ));
  it('shows an unknown market by its own name', () => expect(marketShort('sim-tam')).toBe('TAM'));
  it('speaks of what was done in the past', () =>
    expect(['done' as const, 'failed' as const].map((state) => eventWord({ kind: 'clear', state }))).toEqual([
      'Cleared',
      'Clear',
    ]));
});
