import type { AreaPrices, Auction, ClearingRun } from '@/api/types';
import { marketShort, sessionName } from '@/features/exchange/event-model';
import type { Tone } from '@/ui/states';

export const AUCTION_TONE: Record<Auction['state'], Tone> = {
  scheduled: 'quiet',
  open: 'busy',
  closed: 'warn',
  cleared: 'warn',
  published: 'good',
  settled: 'quiet',
};

export const isRunUnderWay = (run: ClearingRun): boolean => run.state === 'queued' || run.state === 'running';

export const isGateOpen = (auction: Auction): boolean => auction.state === 'open';

type Placed = Pick<Auction, 'exchangeId' | 'importId' | 'clock'>;

/** A real market's auction in which the organisation takes part: its exchange finds the result. */
export const isHeldOutside = (auction: Placed): boolean =>
  !auction.exchangeId && !auction.importId && auction.clock === 'wall';

/** An auction that stands on imported data and is run by hand. */
export const isImported = (auction: Placed): boolean => !auction.exchangeId && !isHeldOutside(auction);

export const marketTitle = (code: string): string => code.toUpperCase().replace('-', ' ');

/** "DAM", "RTM S30" of a simulated exchange; "IEX DAM" of a real market. */
export function auctionName(
  auction: Pick<Auction, 'exchangeId' | 'marketCode' | 'session' | 'blockCount'>,
): string {
  const { exchangeId, marketCode, session, blockCount } = auction;
  if (exchangeId) return blockCount <= 4 ? sessionName(marketCode, session) : marketShort(marketCode);
  return blockCount <= 4 ? `${marketTitle(marketCode)} S${session}` : marketTitle(marketCode);
}

export interface NextStep {
  text: string;
  at: string;
}

/** What comes to an auction next by its clock; null when all is done, or a person moves it. */
export function nextStep(auction: Auction): NextStep | null {
  if (isImported(auction)) return null;
  switch (auction.state) {
    case 'scheduled':
      return { text: 'Gate opens', at: auction.gateOpensAt };
    case 'open':
      return { text: 'Gate closes', at: auction.gateClosesAt };
    case 'closed':
      if (!auction.clearsAt) return null;
      return { text: isHeldOutside(auction) ? 'Result due' : 'Clears', at: auction.clearsAt };
    case 'cleared':
      return auction.publishesAt ? { text: 'Result is final', at: auction.publishesAt } : null;
    case 'published':
    case 'settled':
      return null;
  }
}

/** How far a result can be relied on, as its exchange says it; null before there is one. */
export function resultStanding(auction: Auction): 'provisional result' | 'final result' | null {
  if (!auction.exchangeId) return null;
  if (auction.state === 'cleared') return 'provisional result';
  return auction.state === 'published' || auction.state === 'settled' ? 'final result' : null;
}

/** Sessions of a day in one line: how many stand where, in the order an auction goes. */
export function tally(
  auctions: readonly Pick<Auction, 'state'>[],
): { state: Auction['state']; count: number }[] {
  return (Object.keys(AUCTION_TONE) as Auction['state'][])
    .map((state) => ({ state, count: auctions.filter((a) => a.state === state).length }))
    .filter((t) => t.count > 0);
}

/** Auctions of a day by market: markets with one auction first, then those of many sessions, each in order. */
export function byMarket(auctions: readonly Auction[]): Auction[][] {
  const groups = new Map<string, Auction[]>();
  for (const a of auctions) groups.set(a.marketCode, [...(groups.get(a.marketCode) ?? []), a]);
  return [...groups.values()]
    .map((g) => g.toSorted((a, b) => a.session - b.session))
    .toSorted(
      (a, b) =>
        Number(a.length > 1) - Number(b.length > 1) ||
        (a[0]?.gateClosesAt ?? '').localeCompare(b[0]?.gateClosesAt ?? '') ||
        (a[0]?.marketCode ?? '').localeCompare(b[0]?.marketCode ?? ''),
    );
}

/** Why there is nothing to see yet, and what brings it. */
export function waitingFor(auction: Auction, what: string): string {
  if (!auction.exchangeId) return `After the first run, ${what}.`;
  return auction.state === 'scheduled' || auction.state === 'open'
    ? `When the gate has closed and the exchange has cleared, ${what}.`
    : `As soon as the exchange has cleared, ${what}.`;
}

/** Where the auction's own clock stands, as a sentence. */
export function clockSentence(auction: Auction, gateTime: string): string {
  switch (auction.clock) {
    case 'replay':
      return isGateOpen(auction)
        ? `Replay clock stands before the gate of ${gateTime}; running the auction closes it`
        : `Replay clock stands after the gate of ${gateTime}`;
    case 'accelerated':
      return `Accelerated clock; gate at ${gateTime}`;
    case 'wall':
      return isGateOpen(auction) ? `Gate closes at ${gateTime}` : `Gate closed at ${gateTime}`;
  }
}

export interface AreaSummary {
  area: string;
  average: number;
  low: number;
  high: number;
  netPositionMwh: number;
  /** Average of this run minus average of the other run. */
  moved: number | null;
  prices: readonly number[];
}

const mean = (v: readonly number[]): number =>
  v.length ? v.reduce((a, b) => a + b, 0) / v.length : Number.NaN;

export function summarise(
  areas: readonly AreaPrices[],
  other: readonly AreaPrices[] | undefined,
): AreaSummary[] {
  return areas.map((a) => {
    const before = other?.find((o) => o.area === a.area);
    return {
      area: a.area,
      average: mean(a.prices),
      low: Math.min(...a.prices),
      high: Math.max(...a.prices),
      netPositionMwh: a.netPositionMwh.reduce((x, y) => x + y, 0),
      moved: before ? mean(a.prices) - mean(before.prices) : null,
      prices: a.prices,
    };
  });
}

/** Blocks in which a limit between areas binds hard enough to part their prices. */
export function splitBlocks(areas: readonly AreaPrices[]): number {
  const first = areas[0];
  if (!first) return 0;
  return first.prices.filter((p, i) => areas.some((a) => Math.abs((a.prices[i] ?? p) - p) > 0.005)).length;
}

/** Blocks whose price in the area differs between two runs. */
export function movedBlocks(a: readonly number[], b: readonly number[]): number {
  return a.filter((p, i) => Math.abs(p - (b[i] ?? p)) > 0.005).length;
}
