'use client';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { Exchange, MarketEvent } from '@/api/types';
import { useChannel, useLinkState } from '@/features/live/use-live';
import { useCan } from '@/features/session/session-context';
import { exchangesQuery } from './api';
import { Bursts } from './bursts';
import { DONE_SHOWN, doneEventsQuery, failedEventsQuery, pendingEventsQuery } from './day-api';
import { type ExchangeState, madeOld, withAnswer, withState } from './exchange-state';

/** Own bids and positions, of whichever exchange: a message about a bid does not say of which. */
const OWN = 'own';
const isOwn = (key: readonly unknown[]): boolean =>
  key[0] === 'exchange' && ['bids', 'position', 'book'].includes(String(key[2]));

/**
 * Keeps everything of all exchanges live, on every page. Clocks and events are taken from the messages
 * themselves; only what a message does not carry is fetched again, once for a burst of events.
 */
export function useExchangeWatch(): void {
  const queries = useQueryClient();
  const mayReadBids = useCan('bids:read');
  const link = useLinkState();
  const bursts = useMemo(
    () =>
      new Bursts((key) =>
        key === OWN
          ? void queries.invalidateQueries({ predicate: ({ queryKey }) => isOwn(queryKey) })
          : void queries.invalidateQueries({ queryKey: JSON.parse(key) as string[] }),
      ),
    [queries],
  );
  useEffect(() => () => bursts.stop(), [bursts]);

  useChannel('exchanges', (d) => {
    const state = d.kind === 'update' ? (d.data as ExchangeState | null) : null;
    const known = queries.getQueryData(exchangesQuery.queryKey);
    if (!state || !known?.some((e) => e.id === state.exchangeId)) {
      void queries.invalidateQueries({ queryKey: exchangesQuery.queryKey });
      return;
    }
    queries.setQueryData(exchangesQuery.queryKey, withState(known, state, Date.now()));
    if (state.history.cleared !== known.find((e) => e.id === state.exchangeId)?.history.cleared)
      bursts.touch(JSON.stringify(['exchange', state.exchangeId, 'overview']));
    if (!state.event) return;
    takeEvent(queries, state.exchangeId, state.event);
    for (const part of madeOld(state.event))
      bursts.touch(JSON.stringify(['exchange', state.exchangeId, ...part]));
  });

  useChannel(mayReadBids ? 'bids' : null, () => bursts.touch(OWN));

  // A connection that comes back replays old states: ask for the present one.
  const wasLive = useRef(false);
  useEffect(() => {
    if (link !== 'live') return;
    if (!wasLive.current) {
      wasLive.current = true;
      return;
    }
    void queries.invalidateQueries({ queryKey: exchangesQuery.queryKey });
    void queries.invalidateQueries({ queryKey: ['exchange'] });
  }, [link, queries]);
}

/** An event's new state in the lists that show it. */
function takeEvent(queries: QueryClient, exchangeId: string, event: MarketEvent): void {
  if (event.state !== 'done') return;
  for (const query of [pendingEventsQuery(exchangeId), failedEventsQuery(exchangeId)])
    queries.setQueryData(query.queryKey, (list) => list?.filter((e) => e.id !== event.id));
  queries.setQueryData(
    doneEventsQuery(exchangeId).queryKey,
    (list) => list && [event, ...list.filter((e) => e.id !== event.id)].slice(0, DONE_SHOWN),
  );
}

/** Puts the server's answer about an exchange where every page reads it. */
export const takeAnswer = (queries: QueryClient, answer: Exchange): void => {
  queries.setQueryData(exchangesQuery.queryKey, (known) => withAnswer(known ?? [], answer, Date.now()));
};
