import type { MarketEvent } from '@/api/types';
import { marketShort, REAL_TIME, sessionName } from './event-model';

/** Auctions whose gates close together. */
export interface Gate {
  family: 'day-ahead' | 'real-time';
  /** "DAM · GDAM", "RTM S30" */
  title: string;
  deliveryDay: string;
  /** When it opens, ms; null when it is open already. */
  opensAt: number | null;
  closesAt: number;
  auctionIds: string[];
}

/** The gates that have yet to close, the next first, read off the calendar's unfinished events. */
export function gatesOf(pending: readonly MarketEvent[]): Gate[] {
  const opens = new Map<string, number>();
  for (const e of pending) if (e.kind === 'open' && e.auctionId) opens.set(e.auctionId, Date.parse(e.dueAt));
  const gates = new Map<string, Gate>();
  for (const e of pending) {
    if (e.kind !== 'close' || !e.auctionId || !e.marketCode) continue;
    const family = e.marketCode === REAL_TIME ? 'real-time' : 'day-ahead';
    const key = `${family} ${e.dueAt}`;
    const opensAt = opens.get(e.auctionId) ?? null;
    const known = gates.get(key);
    if (known) {
      known.title = `${known.title} · ${marketShort(e.marketCode)}`;
      known.auctionIds.push(e.auctionId);
      if (opensAt !== null) known.opensAt = Math.max(known.opensAt ?? opensAt, opensAt);
    } else
      gates.set(key, {
        family,
        title: sessionName(e.marketCode, e.session),
        deliveryDay: e.deliveryDay,
        opensAt,
        closesAt: Date.parse(e.dueAt),
        auctionIds: [e.auctionId],
      });
  }
  return [...gates.values()].toSorted((a, b) => a.closesAt - b.closesAt);
}

/** The next gate of each kind; a market without one to come has none here. */
export function nextGates(gates: readonly Gate[]): Gate[] {
  return (['day-ahead', 'real-time'] as const).flatMap(
    (family) => gates.find((g) => g.family === family) ?? [],
  );
}

export type Urgency = 'ahead' | 'calm' | 'near' | 'last';

const MINUTE = 60_000;
/** Minutes before a gate at which a person is warned who has set nothing, the earliest first. */
export const USUAL_WARNINGS: readonly number[] = [30, 10, 2];
/** A session is open for so long: earlier warnings of it mean nothing. */
const SESSION_MINUTES = 15;

/** The warnings of one's own that mean something to a kind of gate. */
export const warningsFor = (family: Gate['family'], minutes: readonly number[]): readonly number[] =>
  family === 'real-time' ? minutes.filter((m) => m < SESSION_MINUTES) : minutes;

/** How the countdown looks at a moment of the exchange's own time, ms: it turns at the first two warnings. */
export function urgency(gate: Gate, now: number, minutes = USUAL_WARNINGS): Urgency {
  if (gate.opensAt !== null && gate.opensAt > now) return 'ahead';
  const left = (gate.closesAt - now) / MINUTE;
  const [near = 0, last = near] = warningsFor(gate.family, minutes);
  return left <= last ? 'last' : left <= near ? 'near' : 'calm';
}

/** What the countdown counts to: the opening of a gate that is not open yet, else its closing. */
export const countsTo = (gate: Gate, now: number): number =>
  gate.opensAt !== null && gate.opensAt > now ? gate.opensAt : gate.closesAt;
