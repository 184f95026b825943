'use client';
import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Icon } from '@/ui/icons';
import { advance, setClock } from '../actions';
import { exchangesQuery, type SeenExchange } from '../api';
import { eventTitle } from '../event-model';
import { takeAnswer } from '../use-exchange-watch';
import classes from './exchange-bar.module.css';

export const SPEEDS = [1, 10, 60, 120] as const;

/** A sandbox's clock: stop and go, its pace, and the step to the next event (Alt+N). */
export function ClockControls({ exchange }: { exchange: SeenExchange }) {
  const queries = useQueryClient();
  const clock = useMutation({
    mutationFn: setClock,
    onSuccess: (answer) => takeAnswer(queries, answer),
  });
  const step = useMutation({
    mutationFn: advance,
    // Sent twice it would be two steps.
    retry: false,
    onSuccess: (answer) => takeAnswer(queries, answer),
    onError: () => void queries.invalidateQueries({ queryKey: exchangesQuery.queryKey }),
  });
  const next = exchange.nextEvent;
  const forward = () => {
    if (next && !step.isPending) step.mutate(exchange);
  };
  useAltN(forward);
  const running = exchange.clock.mode === 'running';
  return (
    <fieldset className={classes.controls} aria-label="Clock of this sandbox">
      <Tooltip label={running ? 'Stop the clock' : `Run the clock ×${exchange.clock.speed}`}>
        <ActionIcon
          aria-label={running ? 'Pause the clock' : 'Run the clock'}
          variant="default"
          loading={clock.isPending}
          onClick={() => clock.mutate({ exchange, change: { mode: running ? 'paused' : 'running' } })}
        >
          <Icon name={running ? 'pause' : 'play'} size={12} />
        </ActionIcon>
      </Tooltip>
      <SegmentedControl
        aria-label="Speed of the clock"
        size="xs"
        value={String(exchange.clock.speed)}
        onChange={(v) => clock.mutate({ exchange, change: { speed: Number(v) } })}
        data={speedsWith(exchange.clock.speed).map((s) => ({ value: String(s), label: `×${s}` }))}
      />
      <Tooltip label="Go to the next event and wait until its work is done (Alt+N)">
        <Button
          size="compact-sm"
          leftSection={<Icon name="step" size={12} />}
          aria-keyshortcuts="Alt+N"
          // Not disabled while it works: the focus must stay where the next press is made.
          aria-busy={step.isPending}
          disabled={!next}
          onClick={forward}
          data-testid="advance"
        >
          Advance
        </Button>
      </Tooltip>
      <span className={classes.next} aria-live="polite">
        {next ? (
          <>
            <span className="sr">Next event: </span>
            <b data-testid="next-event">{eventTitle(next)}</b>
          </>
        ) : (
          'No event is planned'
        )}
      </span>
    </fieldset>
  );
}

/** A speed that was set by other means is shown too. */
const speedsWith = (speed: number): number[] =>
  [...new Set<number>([...SPEEDS, speed])].toSorted((a, b) => a - b);

function useAltN(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (!e.altKey || e.ctrlKey || e.metaKey || e.code !== 'KeyN') return;
      e.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
