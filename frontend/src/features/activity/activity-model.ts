import type { BidActivity } from '@/api/types';
import { figure, money } from '@/ui/format';

/** Who did it; the platform clears and refuses by itself. */
export const actorOf = (a: BidActivity): string => a.actorName ?? (a.actor ? 'Former member' : 'Platform');

const WORDS: Record<string, string> = {
  'bid.created': 'drafted',
  'bid.amended': 'amended',
  'bid.submitted': 'submitted',
  'bid.withdrawn': 'withdrew',
  'bid.sent': 'sent to the exchange:',
  'bid.acknowledged': 'heard that the exchange has',
  'bid.refused': 'heard that the exchange refused',
  'bid.in_doubt': 'got no answer to',
  'bid.given_back': 'got back',
  'bid.kept': 'could not get back',
};

/** What was done, without who. */
export function deedOf(a: BidActivity): string {
  if (a.type === 'award.published')
    return `awarded ${figure(a.awardedMwh, 3)} MWh${a.currency ? ` for ${money(a.amount ?? 0, a.currency)}` : ''}`;
  if (a.type === 'standing.refused') return `standing bid not placed: ${a.reason ?? 'refused'}`;
  const word = WORDS[a.type] ?? a.type;
  return a.versionNumber ? `${word} bid v${a.versionNumber}` : `${word} a bid`;
}
