import { describe, expect, it } from 'vitest';
import type { SeenExchange } from './api';
import { type ExchangeState, madeOld, withAnswer, withState } from './exchange-state';

const known: SeenExchange = {
  id: 'x',
  name: 'Sandbox',
  scope: 'sandbox',
  firstDay: '2026-11-27',
  clock: { mode: 'running', speed: 60, now: '2026-11-26T12:00+05:30' },
  history: { days: 0, cleared: 0, state: 'none', jobId: 'j' },
  createdAt: '2026-11-26T00:00:00Z',
  version: 3,
  heardAt: 100,
};
const told = (now: string, version = 3): ExchangeState => ({
  exchangeId: 'x',
  name: 'Sandbox',
  scope: 'sandbox',
  clock: { mode: 'running', speed: 60, now },
  history: { days: 60, cleared: 10, state: 'running' },
  version,
});

describe('what is told about an exchange', () => {
  it('moves its clock and keeps what was not told', () =>
    expect(withState([known], told('2026-11-26T06:31:00Z'), 200)[0]).toMatchObject({
      clock: { now: '2026-11-26T06:31:00Z' },
      history: { cleared: 10, jobId: 'j' },
      firstDay: '2026-11-27',
      heardAt: 200,
    }));
  it('never turns it back to a state that has passed', () => {
    expect(withState([known], told('2026-11-26T11:59+05:30'), 200)).toEqual([known]);
    expect(withState([known], told('2026-11-26T13:00+05:30', 2), 200)).toEqual([known]);
    expect(withAnswer([known], { ...known, version: 2 }, 200)).toEqual([known]);
  });
  it('turns it back where its version says that somebody did', () =>
    expect(withState([known], told('2026-11-26T11:00+05:30', 4), 200)[0]?.heardAt).toBe(200));
  it('adds an exchange that has just been made', () =>
    expect(withAnswer([known], { ...known, id: 'y' }, 200).map((e) => e.id)).toEqual(['x', 'y']));
});

describe('what an event makes old', () => {
  it('is the result of its own day, once it is cleared', () =>
    expect(madeOld({ kind: 'clear', deliveryDay: '2026-11-27', state: 'done' })).toContainEqual([
      'overview',
      '2026-11-27',
    ]));
  it('is no result when it failed', () =>
    expect(madeOld({ kind: 'clear', deliveryDay: '2026-11-27', state: 'failed' }).flat()).not.toContain(
      'overview',
    ));
});
