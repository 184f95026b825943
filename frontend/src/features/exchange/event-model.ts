import type { MarketEvent } from '@/api/types';
import type { Tone } from '@/ui/states';
import { clockTime, shortDay } from '@/ui/time';

/** The simulated exchange lives in India; its answers carry instants and plain days, never a zone. */
export const EXCHANGE_ZONE = 'Asia/Kolkata';

/** The simulated markets, in the order in which a day's gates close. */
export const MARKETS = ['sim-dam', 'sim-gdam', 'sim-hpdam', 'sim-rtm'] as const;
export const DAY_AHEAD = 'sim-dam';
export const REAL_TIME = 'sim-rtm';

const SHORT: Record<string, string> = { dam: 'DAM', gdam: 'GDAM', hpdam: 'HP-DAM', rtm: 'RTM' };

/** "sim-hpdam" as a desk says it: HP-DAM. */
export function marketShort(code: string): string {
  const segment = code.slice(code.indexOf('-') + 1);
  return SHORT[segment] ?? segment.toUpperCase();
}

/** "RTM S30", "DAM": only the real-time market has more than one session a day. */
export const sessionName = (marketCode: string, session: number | undefined): string =>
  marketCode === REAL_TIME && session !== undefined
    ? `${marketShort(marketCode)} S${session}`
    : marketShort(marketCode);

const KIND: Record<MarketEvent['kind'], string> = {
  open: 'Open gate',
  standing: 'Place standing bids',
  close: 'Close gate',
  clear: 'Clear',
  publish: 'Publish',
  meter: 'Read meters',
};

const DONE: Record<MarketEvent['kind'], string> = {
  open: 'Gate opened',
  standing: 'Standing bids placed',
  close: 'Gate closed',
  clear: 'Cleared',
  publish: 'Published',
  meter: 'Meters read',
};

type Named = Pick<MarketEvent, 'kind' | 'marketCode' | 'session' | 'deliveryDay' | 'dueAt'>;

/** "Close gate · DAM · 27 Nov · 12:00": what, whose, for which delivery day, and when. */
export function eventTitle(event: Named): string {
  const market = event.marketCode ? [sessionName(event.marketCode, event.session)] : [];
  return [
    KIND[event.kind],
    ...market,
    shortDay(event.deliveryDay),
    clockTime(event.dueAt, EXCHANGE_ZONE),
  ].join(' · ');
}

export const eventWord = (event: Pick<MarketEvent, 'kind' | 'state'>): string =>
  (event.state === 'done' ? DONE : KIND)[event.kind];

export const EVENT_TONE: Record<MarketEvent['state'], Tone> = {
  pending: 'quiet',
  done: 'good',
  failed: 'bad',
};
