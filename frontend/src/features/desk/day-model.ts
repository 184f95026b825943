import { dayIn, dayPlus } from '@/ui/time';

/** Blocks of the Indian markets. */
export const BLOCK_MINUTES = 15;
export const BLOCKS = 96;

/** The hour from which the day-ahead gates of tomorrow are what a desk works on. */
const GATES_OPEN_AT = 10;

/**
 * The delivery day a desk works on as it comes in: today until the gates for tomorrow open, then tomorrow;
 * never one before the exchange's first.
 *
 * @param now the exchange's own time, ms
 */
export function workingDay(now: number, zone: string, firstDay: string): string {
  const today = dayIn(zone, now);
  const hour = new Date(now).toLocaleString('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  const day = Number(hour) >= GATES_OPEN_AT ? dayPlus(today, 1) : today;
  return day < firstDay ? firstDay : day;
}

/** The instant at which a delivery day begins, ms; its zone keeps no summer time. */
export const dayStart = (day: string): number => Date.parse(`${day}T00:00:00+05:30`);

/** Where the exchange's time stands in the day, in blocks from its start: 0 … 96, null outside. */
export function blockPosition(now: number, day: string): number | null {
  const at = (now - dayStart(day)) / (BLOCK_MINUTES * 60_000);
  return at < 0 || at > BLOCKS ? null : at;
}
