import type { Asset, Auction, Bid, BidBlockOrder, BidInput } from '@/api/types';
import { isImported } from '@/features/auctions/auction-model';
import type { Tone } from '@/ui/states';

export interface BidForm {
  assetId: string;
  areaCode: string;
  side: 'buy' | 'sell';
  label: string;
  /** What the auction leaves unselected goes to the next of the day. */
  carryOver: boolean;
}

/** What the bid is at the exchange, told in one word; the desk state where there is no submission. */
export function standing(bid: Bid): { text: string; tone: Tone } {
  if (bid.state === 'withdrawn')
    return bid.atVenue
      ? { text: `withdrawn, v${bid.atVenue.versionNumber} still at exchange`, tone: 'warn' }
      : { text: 'withdrawn', tone: 'quiet' };
  const s = bid.submission;
  if (!s)
    return bid.state === 'draft'
      ? { text: 'draft', tone: 'warn' }
      : { text: bid.state.replace('_', ' '), tone: 'busy' };
  const older = s.versionNumber !== bid.versionNumber;
  switch (s.state) {
    case 'acknowledged':
      return older
        ? { text: `v${s.versionNumber} at exchange, v${bid.versionNumber} draft`, tone: 'warn' }
        : { text: 'acknowledged', tone: 'good' };
    case 'refused':
      return { text: 'refused', tone: 'bad' };
    case 'in_doubt':
      return { text: 'in doubt', tone: 'bad' };
    case 'queued':
    case 'sent':
    case 'withdraw_requested':
      return { text: s.state.replace('_', ' '), tone: 'busy' };
    case 'replaced':
    case 'withdrawn':
      return { text: s.state, tone: 'quiet' };
  }
}

/** Which version the exchange holds now, in words; empty where it is known to hold none. */
export function atExchange(bid: Bid): string {
  const held = bid.atVenue;
  if (!held) return bid.submission?.state === 'in_doubt' ? 'Nobody knows what the exchange holds' : '';
  const asked = held.state === 'withdraw_requested' ? ', asked back' : '';
  return `v${held.versionNumber} is at the exchange as ${held.venueReference}${asked}`;
}

export const isSubmitted = (bid: Bid): boolean =>
  bid.submission?.state === 'acknowledged' && bid.submission.versionNumber === bid.versionNumber;

/** Whether the exchange's answer is awaited: until it comes nothing further of the bid is submitted. */
export const isAwaited = (bid: Bid): boolean =>
  ['queued', 'sent', 'in_doubt', 'withdraw_requested'].includes(bid.submission?.state ?? '');

/** Largest quantity in any block, in MW. */
export const peakQuantity = (bid: Pick<Bid, 'blocks' | 'blockOrders'>): number =>
  Math.max(
    0,
    ...bid.blocks.flatMap((b) => b.points.map((p) => p.quantity)),
    ...bid.blockOrders.flatMap((o) => o.profile.map((p) => p.quantity)),
  );

export const capability = (asset: Asset, side: 'buy' | 'sell'): number =>
  side === 'sell' ? asset.maxInjectionMw : asset.maxWithdrawalMw;

/**
 * Whether an asset can bid there. The markets of a grid share their areas, and any of them may be the asset's; an
 * imported day has a market of its own.
 */
export const fits = (
  asset: Asset,
  auction: Pick<Auction, 'exchangeId' | 'importId' | 'clock' | 'marketCode' | 'areas'>,
): boolean =>
  auction.areas.includes(asset.areaCode) && (!isImported(auction) || asset.marketCode === auction.marketCode);

export const formOf = (bid: Bid): BidForm => ({
  assetId: bid.assetId,
  areaCode: bid.areaCode,
  side: bid.side,
  label: bid.label ?? '',
  carryOver: bid.carryOver,
});

export function inputOf(
  auctionId: string,
  form: BidForm,
  blocks: BidInput['blocks'],
  orders: BidBlockOrder[] = [],
): BidInput {
  const label = form.label.trim();
  return {
    auctionId,
    assetId: form.assetId,
    areaCode: form.areaCode,
    side: form.side,
    ...(label ? { label } : {}),
    ...(form.carryOver ? { carryOver: true } : {}),
    blocks,
    ...(orders.length > 0 ? { blockOrders: orders } : {}),
  };
}
