import type { NextGate } from '@/api/types';
import { marketTitle } from '@/features/auctions/auction-model';
import { sessionName } from '@/features/exchange/event-model';
import { type Urgency, warningsFor } from '@/features/exchange/gate-model';
import { plural } from '@/ui/format';
import { shortDay } from '@/ui/time';

const MINUTE = 60_000;

/** Milliseconds of the exchange's own time to the gate, so long after it was heard. */
export const marketLeft = (gate: NextGate, passed: number): number =>
  (gate.closesInMillis - passed) * gate.speed;

const isRealTime = (gate: NextGate) => gate.marketCode.endsWith('-rtm');

const family = (gate: NextGate) => (isRealTime(gate) ? 'real-time' : 'day-ahead');

/** The latest of one's warnings that is due, in minutes; null before the first. */
export function warningDue(gate: NextGate, passed: number, minutes: readonly number[]): number | null {
  const left = marketLeft(gate, passed) / MINUTE;
  if (left <= 0) return null;
  return warningsFor(family(gate), minutes).findLast((m) => left <= m) ?? null;
}

export function nextUrgency(gate: NextGate, passed: number, minutes: readonly number[]): Urgency {
  const [near = 0, last = near] = warningsFor(family(gate), minutes);
  const left = marketLeft(gate, passed) / MINUTE;
  return left <= last ? 'last' : left <= near ? 'near' : 'calm';
}

/** "DAM 27 Nov"; of a real market "IEX RTM S13 27 Nov" */
export const gateName = (gate: NextGate): string => {
  const { exchangeId, marketCode, session } = gate;
  const real = isRealTime(gate) ? `${marketTitle(marketCode)} S${session}` : marketTitle(marketCode);
  return `${exchangeId ? sessionName(marketCode, session) : real} ${shortDay(gate.deliveryDay)}`;
};

/** Whether something is missing at the venue: a bid that is not there, or any bid at all. */
export const isMissing = (gate: NextGate): boolean => gate.notAtVenue > 0 || gate.atVenue === 0;

/** Own markets, and any other gate at which something waits. */
export const isOurs = (gate: NextGate): boolean => gate.own || gate.notAtVenue > 0;

/** What is and what is not at the venue. */
export function atVenueText(gate: NextGate): string {
  if (gate.notAtVenue === 0)
    return gate.atVenue === 0 ? 'you have no bid there' : `${atTheVenue(gate.atVenue)} at the venue`;
  const approval = gate.needsApproval > 0 ? `, ${gate.needsApproval} of them not approved` : '';
  return `${gate.notAtVenue} of ${plural(gate.atVenue + gate.notAtVenue, 'bid')} ${gate.notAtVenue === 1 ? 'is' : 'are'} not at the venue${approval}`;
}

const atTheVenue = (n: number): string => (n === 1 ? 'your bid is' : `all ${n} bids are`);
