import type { Auction, DeliveryBlock } from '@/api/types';
import { clockTime, plannedStart } from '@/ui/time';

/** "13:00–14:00" of a block in the market's zone; only the start when asked to be short. */
export function blockSpan(
  block: number,
  blocks: readonly DeliveryBlock[] | undefined,
  auction: Pick<Auction, 'timeZone' | 'blockMinutes'>,
  short = false,
): string {
  const known = blocks?.find((b) => b.block === block);
  const start = known
    ? clockTime(known.startsAt, auction.timeZone)
    : plannedStart(block, auction.blockMinutes);
  if (short) return start;
  const end = known
    ? clockTime(known.endsAt, auction.timeZone)
    : plannedStart(block + 1, auction.blockMinutes);
  return `${start}–${end}`;
}
