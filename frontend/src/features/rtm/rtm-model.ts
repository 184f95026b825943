import type {
  Asset,
  Auction,
  Award,
  Bid,
  DayOverview,
  DayPosition,
  MarketEvent,
  StandingBid,
} from '@/api/types';
import { capability } from '@/features/bids/bid-model';
import type { BidStart } from '@/features/bids/use-bid-draft';
import { REAL_TIME } from '@/features/exchange/event-model';

/** One half-hour auction with what is own in it. */
export interface Session {
  auction: Auction;
  /** Own bids that stand: withdrawn ones are left out. */
  bids: Bid[];
  /** Own energy, MWh, buy-positive; null before a result. */
  energyMwh: number | null;
  /** Own money, receiving-positive; null before a result. */
  amount: number | null;
  /** Mean price of its blocks in the chosen area; null before a result. */
  price: number | null;
}

const hasResult = (a: Auction): boolean =>
  a.state === 'cleared' || a.state === 'published' || a.state === 'settled';

export function sessionsOf(
  auctions: readonly Auction[],
  bids: readonly Bid[],
  position: DayPosition | undefined,
  overview: DayOverview | undefined,
  area: string,
): Session[] {
  const prices =
    overview?.markets.find((m) => m.marketCode === REAL_TIME)?.areas.find((a) => a.area === area)?.prices ??
    [];
  const byBlock = new Map(
    (position?.blocks ?? []).map((b) => [b.block, b.markets.find((m) => m.marketCode === REAL_TIME)]),
  );
  const standing = bids.filter((b) => b.state !== 'withdrawn');
  return auctions
    .filter((a) => a.marketCode === REAL_TIME)
    .toSorted((a, b) => a.session - b.session)
    .map((auction) => {
      const numbers = Array.from({ length: auction.blockCount }, (_, i) => auction.firstBlock + i);
      const own = numbers.flatMap((n) => byBlock.get(n) ?? []);
      const known = numbers.map((n) => prices[n - 1] ?? null).filter((p): p is number => p !== null);
      return {
        auction,
        bids: standing.filter((b) => b.auctionId === auction.id),
        energyMwh: hasResult(auction) ? own.reduce((n, p) => n + p.energyMwh, 0) : null,
        amount: hasResult(auction) ? own.reduce((n, p) => n + p.amount, 0) : null,
        price: known.length ? known.reduce((a, b) => a + b, 0) / known.length : null,
      };
    });
}

/** The session whose gate is open, else the next to open; null when the day has none left. */
export const sessionAhead = (sessions: readonly Session[]): Session | null =>
  sessions.find((s) => s.auction.state === 'open') ??
  sessions.find((s) => s.auction.state === 'scheduled') ??
  null;

/** The day whose sessions matter now: that of the next gate to close. */
export const liveDay = (pending: readonly MarketEvent[]): string | null =>
  pending.find((e) => e.kind === 'close' && e.marketCode === REAL_TIME)?.deliveryDay ?? null;

/** The moment at which standing bids are placed next, with its session. */
export const nextPlacement = (pending: readonly MarketEvent[]): MarketEvent | null =>
  pending.find((e) => e.kind === 'standing') ?? null;

/** The asset's bid in a session that changing would mean; null when it has none. */
export const bidOf = (session: Session, assetId: string): Bid | null =>
  session.bids.find((b) => b.assetId === assetId) ?? null;

/** MW of a session's own bids at their last points. */
export const offeredMw = (session: Session): number =>
  session.bids.reduce(
    (n, b) => n + Math.max(0, ...b.blocks.flatMap((x) => x.points.map((p) => p.quantity))),
    0,
  );

/** Energy the day-ahead award leaves an asset in a session's blocks, MWh, sales negative. */
export const dayAheadMwh = (awards: readonly Award[], assetId: string, auction: Auction): number =>
  awards
    .filter(
      (a) =>
        a.assetId === assetId &&
        a.block >= auction.firstBlock &&
        a.block < auction.firstBlock + auction.blockCount,
    )
    .reduce((n, a) => n + (a.side === 'sell' ? -a.acceptedMwh : a.acceptedMwh), 0);

export type Outlook =
  /** A bid stands in the session. */
  | { kind: 'bid'; bid: Bid }
  /** Nothing yet, but its standing bid is placed when the gate opens. */
  | { kind: 'standing'; standing: StandingBid }
  /** Nothing is there and nothing will come. */
  | { kind: 'none' };

/** What an asset does in a session, if nobody does anything more. */
export function outlook(session: Session, asset: Asset, standing: readonly StandingBid[]): Outlook {
  const bid = bidOf(session, asset.id);
  if (bid) return { kind: 'bid', bid };
  const own = standing.find((s) => s.assetId === asset.id);
  return own && session.auction.state === 'scheduled'
    ? { kind: 'standing', standing: own }
    : { kind: 'none' };
}

/** What an override begins with: the standing bid in every block of the session, or the asset's side alone. */
export const overrideOf = (asset: Asset, standing: StandingBid | undefined, auction: Auction): BidStart => ({
  form: {
    assetId: asset.id,
    areaCode: asset.areaCode,
    side: standing?.side ?? (capability(asset, 'sell') > 0 ? 'sell' : 'buy'),
    label: '',
    carryOver: false,
  },
  blocks: standing
    ? Array.from({ length: auction.blockCount }, (_, i) => ({
        block: auction.firstBlock + i,
        points: standing.points,
      }))
    : [],
});

/** "sell 0 MW from 2,000 to 30 MW at 9,000": a curve in one line. */
export function curveText(
  side: StandingBid['side'],
  points: readonly { price: number; quantity: number }[],
): string {
  const n = (v: number) => v.toLocaleString('en-GB', { maximumFractionDigits: 4 });
  const last = points.at(-1);
  const first = points[0];
  if (!first || !last) return 'nothing';
  return points.length === 1
    ? `${side} ${n(last.quantity)} MW at ${n(last.price)}`
    : `${side} ${n(first.quantity)}…${n(last.quantity)} MW at ${n(first.price)}…${n(last.price)}`;
}

/** Index of the point and its half that a pointer such as `/blocks/0/points/1/price` names; null elsewhere. */
export function pointOf(field: string): { index: number; half: 'price' | 'quantity' } | null {
  const found = /\/points\/(\d+)\/(price|quantity)$/.exec(field);
  return found ? { index: Number(found[1]), half: found[2] === 'price' ? 'price' : 'quantity' } : null;
}
