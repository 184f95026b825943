import type { Asset, Auction, Bid, Fault } from '@/api/types';
import { isHeldOutside } from '@/features/auctions/auction-model';
import { capability, fits } from './bid-model';

/** Days that are offered at once; any other can be written. */
const DAYS_OFFERED = 6;

/** The same market and session in the same world: one exchange, imported days, or the real market. */
export const isSameKind = (a: Auction, b: Auction): boolean =>
  a.marketCode === b.marketCode &&
  a.session === b.session &&
  a.exchangeId === b.exchangeId &&
  isHeldOutside(a) === isHeldOutside(b);

/** Delivery days before the auction's with bids that stand, the latest first. */
export const daysWithBids = (bids: readonly Bid[], target: Auction): string[] =>
  [...new Set(bids.filter((b) => b.state !== 'withdrawn').map((b) => b.deliveryDay))]
    .filter((day) => day < target.deliveryDay)
    .toSorted((a, b) => b.localeCompare(a))
    .slice(0, DAYS_OFFERED);

/** Of a day's bids those of the auctions that stand for this one, in the order they were written. */
export function bidsFor(target: Auction, auctions: readonly Auction[], bids: readonly Bid[]): Bid[] {
  const sources = new Set(auctions.filter((a) => isSameKind(a, target)).map((a) => a.id));
  return bids
    .filter((b) => sources.has(b.auctionId))
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
}

/** Assets that can stand for the bid's in an auction: in one of its areas, and able on the bid's side. */
export const assetsFor = (bid: Bid, target: Auction, assets: readonly Asset[]): Asset[] =>
  assets.filter((a) => fits(a, target) && capability(a, bid.side) > 0);

/** Auctions some asset could bid the same in, the next gate first. */
export const auctionsFor = (bid: Bid, auctions: readonly Auction[], assets: readonly Asset[]): Auction[] =>
  auctions
    .filter((a) => a.state === 'open' && assetsFor(bid, a, assets).length > 0)
    .toSorted((a, b) => Date.parse(a.gateClosesAt) - Date.parse(b.gateClosesAt) || a.id.localeCompare(b.id));

/** Numbers of a bid's blocks in another auction, where each of them stands for itself; null where it does not. */
export const blocksIn = (bid: Bid, source: Auction | undefined, target: Auction): number[] | null =>
  source &&
  source.blockMinutes === target.blockMinutes &&
  source.firstBlock === target.firstBlock &&
  source.blockCount === target.blockCount
    ? bid.blocks.map((b) => b.block)
    : null;

/**
 * Where in a bid a fault sits, in words.
 *
 * @param blocks numbers of the blocks that were sent, if they are known
 */
export function placeOf(path: readonly string[], blocks: readonly number[] | null): string {
  const [part, index, , point, member] = path;
  const nth = Number(index);
  if (part === 'blockOrders') return `Block order ${nth + 1}`;
  if (part === 'blocks' && index !== undefined) {
    const number = blocks?.[nth];
    const block = number === undefined ? `Row ${nth + 1} of its blocks` : `Block ${number}`;
    return point === undefined ? block : `${block}, point ${Number(point) + 1}${member ? ` ${member}` : ''}`;
  }
  return { assetId: 'Asset', areaCode: 'Area', side: 'Side', auctionId: 'Auction' }[part ?? ''] ?? '';
}

export interface CopyFaults {
  /** By the bid's place in the list that was sent. */
  ofBid: Map<number, { where: string; message: string }[]>;
  /** Of none of them. */
  rest: Fault[];
}

/** `/bids/1/blocks/0/points/0/quantity` is about the second bid; so is `/bidIds/1`. */
export function faultsByBid(
  faults: readonly Fault[],
  blocksOf: (index: number) => readonly number[] | null,
): CopyFaults {
  const sorted: CopyFaults = { ofBid: new Map(), rest: [] };
  for (const f of faults) {
    const [list, index, ...path] = f.field.split('/').slice(1);
    if ((list !== 'bids' && list !== 'bidIds') || index === undefined) sorted.rest.push(f);
    else {
      const told = sorted.ofBid.get(Number(index)) ?? [];
      told.push({ where: placeOf(path, blocksOf(Number(index))), message: f.message });
      sorted.ofBid.set(Number(index), told);
    }
  }
  return sorted;
}
