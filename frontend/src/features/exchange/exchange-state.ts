import type { Exchange, MarketEvent } from '@/api/types';
import type { SeenExchange } from './api';

/** What the channel `exchanges` tells: an exchange's clock, and the event that moved it, if one did. */
export interface ExchangeState extends Pick<Exchange, 'name' | 'scope' | 'clock' | 'version'> {
  exchangeId: string;
  nextEvent?: Exchange['nextEvent'];
  history: Omit<Exchange['history'], 'jobId'>;
  event?: MarketEvent;
}

/**
 * Takes a told state into the list. A state older than the known one is passed over: answers and messages
 * overtake one another, and a replay after a lost connection tells the whole way again.
 */
export function withState(
  exchanges: readonly SeenExchange[],
  state: ExchangeState,
  heardAt: number,
): SeenExchange[] {
  return exchanges.map((e) =>
    e.id !== state.exchangeId || isOlder(state, e)
      ? e
      : {
          ...e,
          clock: state.clock,
          nextEvent: state.nextEvent,
          history: { ...e.history, ...state.history },
          version: state.version,
          heardAt,
        },
  );
}

type Dated = Pick<Exchange, 'clock' | 'version'>;

function isOlder(state: Dated, known: Dated): boolean {
  if (state.version !== known.version) return state.version < known.version;
  return Date.parse(state.clock.now) < Date.parse(known.clock.now);
}

/** An answer of the server in place of what was known; an exchange not known yet comes last. */
export function withAnswer(
  exchanges: readonly SeenExchange[],
  answer: Exchange,
  heardAt: number,
): SeenExchange[] {
  const known = exchanges.find((e) => e.id === answer.id);
  if (!known) return [...exchanges, { ...answer, heardAt }];
  if (isOlder(answer, known)) return [...exchanges];
  return exchanges.map((e) => (e.id === answer.id ? { ...answer, heardAt } : e));
}

/**
 * What an event has made old, as the names under which it is kept. Lists of events follow the messages
 * themselves; only an opened gate may mean that a new day was planned, with events nobody has told.
 */
export function madeOld(event: Pick<MarketEvent, 'kind' | 'deliveryDay' | 'state'>): string[][] {
  const day = event.deliveryDay;
  if (event.state === 'failed') return [['events']];
  switch (event.kind) {
    case 'open':
      return [
        ['auctions', day],
        ['events', 'pending'],
      ];
    case 'close':
      return [['auctions', day]];
    case 'clear':
    case 'publish':
      return [
        ['auctions', day],
        ['overview', day],
        ['position', day],
        ['book', day],
      ];
    case 'standing':
      return [['bids']];
    case 'meter':
      return [
        ['auctions', day],
        ['events', 'pending'],
      ];
  }
}
