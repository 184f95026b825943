import type { AssetDeviation, Exchange } from '@/api/types';

export type DeviationBlock = AssetDeviation['blocks'][number];

const DAY_MS = 86_400_000;

/**
 * The day to look at first: the last whole day of the exchange's clock, or a sandbox's first day while
 * that one still lasts. The clock is in the market's zone, so its date is the market's.
 */
export function firstShownDay(exchange: Exchange): string {
  const yesterday = dayBefore(exchange.clock.now.slice(0, 10));
  return exchange.scope === 'sandbox' && yesterday < exchange.firstDay ? exchange.firstDay : yesterday;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

/** The three series of a day, MWh a block. */
export function seriesOf(blocks: readonly DeviationBlock[]) {
  return {
    scheduled: blocks.map((b) => b.scheduledInjectionMwh),
    metered: blocks.map((b) => b.meteredInjectionMwh ?? null),
    deviation: blocks.map((b) => b.deviationMwh ?? null),
  };
}

/** The block with the largest deviation either way; the first without any. */
export function worstBlock(blocks: readonly DeviationBlock[]): number {
  let worst = 1;
  let size = 0;
  for (const b of blocks) {
    const off = Math.abs(b.deviationMwh ?? 0);
    if (off > size) {
      size = off;
      worst = b.block;
    }
  }
  return worst;
}

/** The local time of a block's start, as the market writes it. */
export const startOf = (b: DeviationBlock): string => b.startsAt.slice(11, 16);
