import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Bursts } from './bursts';

describe('bursts', () => {
  let fired: string[];
  let bursts: Bursts;
  beforeEach(() => {
    vi.useFakeTimers();
    fired = [];
    bursts = new Bursts(
      (key) => fired.push(key),
      100,
      1_000,
      () => Date.now(),
    );
  });
  afterEach(() => vi.useRealTimers());

  it('makes one of many at once, for each thing', () => {
    for (let i = 0; i < 50; i++) bursts.touch('prices');
    bursts.touch('bids');
    vi.advanceTimersByTime(100);
    expect(fired).toEqual(['prices', 'bids']);
  });
  it('loses nothing that comes after, yet keeps its distance', () => {
    bursts.touch('prices');
    vi.advanceTimersByTime(100);
    bursts.touch('prices');
    vi.advanceTimersByTime(999);
    expect(fired).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(fired).toHaveLength(2);
  });
  it('is silent once stopped', () => {
    bursts.touch('prices');
    bursts.stop();
    vi.advanceTimersByTime(5_000);
    expect(fired).toEqual([]);
  });
});
