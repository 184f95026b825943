import { describe, expect, it } from 'vitest';
import type { Exchange } from '@/api/types';
import { type DeviationBlock, firstShownDay, seriesOf, worstBlock } from './deviation-model';

const exchange = (scope: 'shared' | 'sandbox', now: string): Exchange =>
  ({ scope, firstDay: '2026-09-16', clock: { mode: 'wall', speed: 1, now } }) as Exchange;

const block = (n: number, scheduled: number, metered?: number): DeviationBlock => ({
  block: n,
  startsAt: '2026-09-16T00:00:00+05:30',
  scheduledInjectionMwh: scheduled,
  ...(metered === undefined ? {} : { meteredInjectionMwh: metered, deviationMwh: metered - scheduled }),
});

describe('deviation of a day', () => {
  it('first shows the last whole day in the market’s own date', () => {
    expect(firstShownDay(exchange('shared', '2026-10-01T02:00:00+05:30'))).toBe('2026-09-30');
    expect(firstShownDay(exchange('sandbox', '2026-09-18T00:20:00+05:30'))).toBe('2026-09-17');
    expect(firstShownDay(exchange('sandbox', '2026-09-16T23:00:00+05:30'))).toBe('2026-09-16');
  });

  it('finds the worst block either way and keeps gaps', () => {
    const blocks = [block(1, 10, 11), block(2, 10, 6.5), block(3, 10)];
    expect(worstBlock(blocks)).toBe(2);
    expect(worstBlock([block(1, 0), block(2, 0)])).toBe(1);
    expect(seriesOf(blocks).metered).toEqual([11, 6.5, null]);
    expect(seriesOf(blocks).deviation).toEqual([1, -3.5, null]);
  });
});
