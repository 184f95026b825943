'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MarketEvent } from '@/api/types';
import type { SeenExchange } from '@/features/exchange/api';
import { useMayRetry, useRetry } from '@/features/exchange/components/failed-event';
import { doneEventsQuery, failedEventsQuery, pendingEventsQuery } from '@/features/exchange/day-api';
import { EXCHANGE_ZONE, eventTitle, eventWord, sessionName } from '@/features/exchange/event-model';
import { Panel, Scroll } from '@/ui/panel';
import { moment, shortDay } from '@/ui/time';
import classes from './desk.module.css';
import { HistoryLine } from './history-line';

const AHEAD_SHOWN = 2;

/** What the exchange does: failed events with a way out, the next few, and what was done last. */
export function EventsPanel({ exchange }: { exchange: SeenExchange }) {
  const done = useQuery(doneEventsQuery(exchange.id)).data ?? [];
  const pending = useQuery(pendingEventsQuery(exchange.id)).data ?? [];
  const failed = useQuery(failedEventsQuery(exchange.id)).data ?? [];
  const ahead = pending.slice(0, AHEAD_SHOWN);
  return (
    <Panel title="Exchange events" meta={exchange.name} bare className={classes.events} testId="events-panel">
      <HistoryLine exchange={exchange} />
      <Scroll label="Exchange events">
        <ul className={classes.feed}>
          {failed.map((e) => (
            <Failed key={e.id} exchange={exchange} event={e} />
          ))}
          {ahead.toReversed().map((e) => (
            <li key={e.id} className="dim">
              <time dateTime={e.dueAt}>{moment(e.dueAt, EXCHANGE_ZONE)}</time>
              <b>{market(e)}</b>
              <span>
                {eventWord(e)} <span className="sr">(to come)</span>
              </span>
            </li>
          ))}
          {done.map((e) => (
            <li key={e.id}>
              <time dateTime={e.dueAt}>{moment(e.dueAt, EXCHANGE_ZONE)}</time>
              <b>{market(e)}</b>
              <span>
                {eventWord(e)} <span className="dim">for {shortDay(e.deliveryDay)}</span>
              </span>
            </li>
          ))}
        </ul>
      </Scroll>
    </Panel>
  );
}

const market = (e: MarketEvent): string => (e.marketCode ? sessionName(e.marketCode, e.session) : 'Day');

function Failed({ exchange, event }: { exchange: SeenExchange; event: MarketEvent }) {
  const retry = useRetry(exchange);
  const mayRetry = useMayRetry(exchange);
  return (
    <li className={classes.failure}>
      <b className="down">Failed</b>
      <span>
        {eventTitle(event)}. {event.failure}
      </span>
      <span className="spacer" />
      {mayRetry && (
        <Button
          size="compact-xs"
          variant="default"
          loading={retry.isPending}
          onClick={() => retry.mutate({ exchangeId: exchange.id, event })}
        >
          Try again
        </Button>
      )}
    </li>
  );
}
