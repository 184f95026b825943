import type { Auction, DeliveryBlock } from '@/api/types';
import { clockTime, plannedStart, zoneName } from '@/ui/time';

type Day = Pick<Auction, 'timeZone' | 'blockMinutes'>;
type Frame = Day & Pick<Auction, 'firstBlock' | 'blockCount'>;

/** Number of the auction's last block in its day. */
export const lastBlock = (auction: Pick<Auction, 'firstBlock' | 'blockCount'>): number =>
  auction.firstBlock + auction.blockCount - 1;

/** "13:00–14:00" of a block in the market's zone; only the start when asked to be short. */
export function blockSpan(
  block: number,
  blocks: readonly DeliveryBlock[] | undefined,
  auction: Day,
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

/**
 * Starts of the auction's own blocks. Where the clocks go back a time comes twice, and the zone's name of that
 * moment tells the two apart.
 */
export function blockStarts(blocks: readonly DeliveryBlock[] | undefined, auction: Frame): string[] {
  const known = new Map((blocks ?? []).map((b) => [b.block, b.startsAt]));
  const plain = Array.from({ length: auction.blockCount }, (_, i) =>
    blockSpan(auction.firstBlock + i, blocks, auction, true),
  );
  const seen = new Map<string, number>();
  for (const text of plain) seen.set(text, (seen.get(text) ?? 0) + 1);
  return plain.map((text, i) => {
    const at = known.get(auction.firstBlock + i);
    return at !== undefined && (seen.get(text) ?? 0) > 1 ? `${text} ${zoneName(auction.timeZone, at)}` : text;
  });
}

/** The times at the edges of the auction's blocks: one more than there are blocks. */
export const blockEdges = (blocks: readonly DeliveryBlock[] | undefined, auction: Frame): string[] => [
  ...blockStarts(blocks, auction),
  blockSpan(lastBlock(auction), blocks, auction).split('–')[1]?.replace('00:00', '24:00') ?? '',
];
