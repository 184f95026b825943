import type { Exchange } from '@/api/types';

/** What the server said about a clock, and when it was heard by this screen's own clock (ms). */
export interface ClockSeen {
  clock: Exchange['clock'];
  nextEvent?: Exchange['nextEvent'];
  heardAt: number;
}

/**
 * The exchange's time now, ms. It goes on from what the server said at the exchange's own speed, so that a
 * screen whose clock is wrong still counts right; a sandbox's clock waits at an event until its work is done.
 */
export function exchangeNow(seen: ClockSeen, now: number): number {
  const told = Date.parse(seen.clock.now);
  if (seen.clock.mode === 'paused') return told;
  const passed = Math.max(0, now - seen.heardAt) * (seen.clock.mode === 'wall' ? 1 : seen.clock.speed);
  const due = seen.clock.mode === 'running' && seen.nextEvent ? Date.parse(seen.nextEvent.dueAt) : undefined;
  return due === undefined ? told + passed : Math.min(told + passed, Math.max(told, due));
}

/** "1:02:03", "04:09"; never negative. */
export function countdown(ms: number): string {
  const s = Math.max(0, Math.ceil(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(s / 3600);
  const rest = `${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
