'use client';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCan } from '@/features/session/session-context';
import { retryEvent } from '../actions';
import { exchangesQuery, type SeenExchange } from '../api';
import { eventTitle } from '../event-model';
import { takeAnswer } from '../use-exchange-watch';
import classes from './exchange-bar.module.css';

/** Shown while the next event of the calendar could not be done: nothing comes after it until it is. */
export function FailedEvent({ exchange }: { exchange: SeenExchange }) {
  const retry = useRetry(exchange);
  const mayRetry = useMayRetry(exchange);
  const next = exchange.nextEvent;
  if (next?.state !== 'failed') return null;
  return (
    <div className={classes.failed} role="alert">
      <b>{eventTitle(next)} could not be done.</b>
      <span>{next.failure}</span>
      <span className="spacer" />
      {mayRetry && (
        <Button
          size="compact-xs"
          variant="default"
          loading={retry.isPending}
          onClick={() => retry.mutate({ exchangeId: exchange.id, event: next })}
        >
          Try again
        </Button>
      )}
    </div>
  );
}

/** The shared exchange is run by the market operator, a sandbox by whoever made it. */
export function useMayRetry(exchange: SeenExchange): boolean {
  const mayRun = useCan('exchanges:run');
  const mayOperate = useCan('exchanges:operate');
  return exchange.scope === 'shared' ? mayOperate : mayRun;
}

export function useRetry(exchange: SeenExchange) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: retryEvent,
    onSuccess: (answer) => takeAnswer(queries, answer),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: exchangesQuery.queryKey });
      void queries.invalidateQueries({ queryKey: ['exchange', exchange.id, 'events'] });
    },
  });
}
