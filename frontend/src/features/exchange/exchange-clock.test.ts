import { describe, expect, it } from 'vitest';
import type { Exchange } from '@/api/types';
import { countdown, exchangeNow } from './exchange-clock';

const told = Date.parse('2026-11-26T22:45:00+05:30');
const seen = (mode: Exchange['clock']['mode'], speed = 1, dueAt?: string) => ({
  clock: { mode, speed, now: '2026-11-26T22:45+05:30' },
  ...(dueAt
    ? { nextEvent: { id: 'e', deliveryDay: '2026-11-27', kind: 'close', dueAt, state: 'pending' } as const }
    : {}),
  heardAt: 1_000,
});

describe('the exchange’s clock on this screen', () => {
  it('goes on from what was heard, whatever the screen’s own date is', () =>
    expect(exchangeNow(seen('wall'), 6_000)).toBe(told + 5_000));
  it('runs at its speed and waits at the next event', () => {
    const running = seen('running', 60, '2026-11-26T23:00+05:30');
    expect(exchangeNow(running, 6_000)).toBe(told + 300_000);
    expect(exchangeNow(running, 60_000)).toBe(told + 900_000);
  });
  it('stands while paused', () => expect(exchangeNow(seen('paused', 60), 99_000)).toBe(told));
  it('never runs backwards to an event that is late', () =>
    expect(exchangeNow(seen('running', 60, '2026-11-26T22:00+05:30'), 6_000)).toBe(told));
});

it('counts down in minutes, and in hours when there are any', () =>
  expect([countdown(249_000), countdown(3_723_000), countdown(-5)]).toEqual(['04:09', '1:02:03', '00:00']));
