import type { ReadyBid } from '@/api/types';
import { plural } from '@/ui/format';
import type { Tone } from '@/ui/states';

export const OUTCOME: Record<ReadyBid['outcome'], { text: string; tone: Tone }> = {
  ready: { text: 'goes', tone: 'busy' },
  submitted: { text: 'submitted', tone: 'good' },
  already_there: { text: 'there already', tone: 'quiet' },
  under_way: { text: 'on its way', tone: 'busy' },
  needs_approval: { text: 'needs approval', tone: 'warn' },
  refused: { text: 'does not go', tone: 'bad' },
};

export const isReady = (bid: ReadyBid): boolean => bid.outcome === 'ready';

/** What is to be decided first: what goes, then what does not. */
const ORDER: Record<ReadyBid['outcome'], number> = {
  ready: 0,
  submitted: 0,
  refused: 1,
  needs_approval: 2,
  under_way: 3,
  already_there: 4,
};

export const inOrder = (bids: readonly ReadyBid[]): ReadyBid[] =>
  bids.toSorted((a, b) => ORDER[a.outcome] - ORDER[b.outcome]);

/** How a submission of everything ended, in a sentence. */
export function result(bids: readonly ReadyBid[]): string {
  const sent = bids.filter((b) => b.outcome === 'submitted').length;
  const stayed = bids.filter((b) => b.outcome === 'refused').length;
  const approval = bids.filter((b) => b.outcome === 'needs_approval').length;
  return [
    `${plural(sent, 'bid')} submitted`,
    ...(stayed > 0 ? [`${stayed} refused`] : []),
    ...(approval > 0 ? [`${approval} not approved`] : []),
  ].join(', ');
}
