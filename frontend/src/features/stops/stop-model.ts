import type { TradingStop } from '@/api/types';
import { plural } from '@/ui/format';

/** What has to be typed before the red button works. */
export const WORD = 'STOP';

export const isConfirmed = (typed: string): boolean => typed.trim().toUpperCase() === WORD;

/** What a stop would do, in a sentence. */
export function consequence(preview: { atVenue: number; beyondReach: number; standing: boolean }): string {
  if (preview.standing) return 'This is stopped already.';
  const back =
    preview.atVenue === 0
      ? 'No bid of it is at a venue whose gate is open.'
      : `${plural(preview.atVenue, 'bid')} at a venue ${preview.atVenue === 1 ? 'is' : 'are'} withdrawn for good.`;
  const stay =
    preview.beyondReach === 0
      ? ''
      : ` ${plural(preview.beyondReach, 'bid')} cannot be had back: the gate has closed.`;
  return `${back}${stay} Nothing more is submitted until somebody releases the stop.`;
}

/** How far the withdrawal is, in a sentence. */
export function progress(stop: TradingStop): string {
  const { withdrawn, askedBack, kept } = stop.bids;
  const parts = [
    ...(withdrawn > 0 ? [`${withdrawn} withdrawn`] : []),
    ...(askedBack > 0 ? [`${askedBack} asked back`] : []),
    ...(kept > 0 ? [`${kept} the venue keeps`] : []),
  ];
  if (!stop.sweptAt)
    return parts.length > 0 ? `Withdrawing: ${parts.join(', ')} so far.` : 'Withdrawing bids…';
  return parts.length > 0 ? `Bids: ${parts.join(', ')}.` : 'No bid was at a venue.';
}
