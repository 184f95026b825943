import type { Auction } from '@/api/types';
import { DAY_AHEAD, MARKETS, REAL_TIME, sessionName } from '@/features/exchange/event-model';
import type { Tone } from '@/ui/states';

export interface GateLine {
  auction: Auction;
  name: string;
  word: string;
  tone: Tone;
  /** The next moment of this auction, ms, with what happens then; null when all is done. */
  next: { what: string; at: number } | null;
}

/** Sessions of the real-time market shown: those under way and a few to come. */
const SESSIONS_SHOWN = 6;

const ORDER = new Map<string, number>(MARKETS.map((code, i) => [code, i]));

/** A day's auctions in order: the day-ahead markets all, of the real-time sessions those that matter now. */
export function gateLines(auctions: readonly Auction[]): GateLine[] {
  const ordered = auctions.toSorted(
    (a, b) => (ORDER.get(a.marketCode) ?? 9) - (ORDER.get(b.marketCode) ?? 9) || a.session - b.session,
  );
  const dayAhead = ordered.filter((a) => a.marketCode !== REAL_TIME);
  const sessions = ordered.filter((a) => a.marketCode === REAL_TIME);
  const first = sessions.findIndex((a) => !isOver(a));
  // The session before stays in sight: its result has just come.
  const from =
    first < 0 ? sessions.length - SESSIONS_SHOWN : Math.min(first - 1, sessions.length - SESSIONS_SHOWN);
  return [...dayAhead, ...sessions.slice(Math.max(0, from), Math.max(0, from) + SESSIONS_SHOWN)].map(line);
}

const isOver = (a: Auction): boolean => a.state === 'published' || a.state === 'settled';

const WORD: Record<Auction['state'], { word: string; tone: Tone }> = {
  scheduled: { word: 'scheduled', tone: 'quiet' },
  open: { word: 'gate open', tone: 'busy' },
  closed: { word: 'gate closed', tone: 'warn' },
  cleared: { word: 'provisional', tone: 'warn' },
  published: { word: 'published', tone: 'good' },
  settled: { word: 'settled', tone: 'good' },
};

function line(auction: Auction): GateLine {
  const next = {
    scheduled: { what: 'opens', at: auction.gateOpensAt },
    open: { what: 'closes', at: auction.gateClosesAt },
    closed: { what: 'clears', at: auction.clearsAt },
    cleared: { what: 'publishes', at: auction.publishesAt },
    published: null,
    settled: null,
  }[auction.state];
  return {
    auction,
    name: sessionName(auction.marketCode, auction.session),
    ...WORD[auction.state],
    next: next?.at ? { what: next.what, at: Date.parse(next.at) } : null,
  };
}

/** Gates of the day that have yet to close. */
export const gatesLeft = (auctions: readonly Auction[]): number =>
  auctions.filter((a) => a.state === 'scheduled' || a.state === 'open').length;

/** The day's own day-ahead auction, where a bid is entered. */
export const dayAheadAuction = (auctions: readonly Auction[]): Auction | undefined =>
  auctions.find((a) => a.marketCode === DAY_AHEAD);
