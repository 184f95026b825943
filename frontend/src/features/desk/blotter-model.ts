import type { Auction, Bid } from '@/api/types';

export interface BlotterRow {
  bid: Bid;
  auction: Auction;
}

/** Own bids in a day's auctions: those whose gate is still open first, then by session, the latest first. */
export function blotterRows(bids: readonly Bid[], auctions: readonly Auction[]): BlotterRow[] {
  const byId = new Map(auctions.map((a) => [a.id, a]));
  return bids
    .flatMap((bid) => {
      const auction = byId.get(bid.auctionId);
      return auction ? [{ bid, auction }] : [];
    })
    .toSorted(
      (a, b) =>
        Number(b.auction.state === 'open') - Number(a.auction.state === 'open') ||
        Date.parse(b.auction.gateClosesAt) - Date.parse(a.auction.gateClosesAt) ||
        a.bid.assetName.localeCompare(b.bid.assetName),
    );
}

/** Smallest and largest quantity offered in any block, MW. */
export function quantityRange(
  bid: Pick<Bid, 'blocks' | 'blockOrders'>,
): { low: number; high: number } | null {
  const peaks = [
    ...bid.blocks.map((b) => Math.max(0, ...b.points.map((p) => p.quantity))),
    ...bid.blockOrders.map((o) => Math.max(0, ...o.profile.map((p) => p.quantity))),
  ];
  return peaks.length === 0 ? null : { low: Math.min(...peaks), high: Math.max(...peaks) };
}
