'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '@/features/session/session-context';
import { Badge, type Tone } from '@/ui/states';
import { clockSeconds, dayIn, shortDay, zoneName } from '@/ui/time';
import { exchangesQuery, type SeenExchange } from '../api';
import { useChosenExchange } from '../chosen-exchange';
import { EXCHANGE_ZONE } from '../event-model';
import { useExchangeWatch } from '../use-exchange-watch';
import { useMarketNow } from '../use-market-now';
import { ClockControls } from './clock-controls';
import classes from './exchange-bar.module.css';
import { ExchangeChooser } from './exchange-chooser';
import { FailedEvent } from './failed-event';
import { GateCountdown } from './gate-countdown';
import { NewSandbox } from './new-sandbox';

/** On every page: which exchange, what its clock shows, what comes next, and when gates close. */
export function ExchangeBar() {
  useExchangeWatch();
  // Beside the messages, so that a clock cannot drift for long.
  useQuery({ ...exchangesQuery, refetchInterval: 60_000 });
  const exchange = useChosenExchange();
  const mayRun = useCan('exchanges:run');
  const [making, setMaking] = useState(false);
  if (!exchange) return null;
  return (
    <section className={classes.bar} aria-label="Exchange and its clock">
      <ExchangeChooser exchange={exchange} onNew={() => setMaking(true)} />
      <Clock exchange={exchange} />
      <ClockBadge exchange={exchange} />
      {exchange.scope === 'sandbox' && mayRun ? (
        <ClockControls exchange={exchange} />
      ) : (
        <>
          <span className={classes.plain}>
            {exchange.scope === 'shared'
              ? 'Real time, the same for everybody.'
              : 'Your role watches this sandbox.'}
          </span>
          {mayRun && (
            <Button variant="default" size="compact-xs" onClick={() => setMaking(true)}>
              Make a sandbox
            </Button>
          )}
        </>
      )}
      <span className="spacer" />
      <GateCountdown exchange={exchange} />
      <FailedEvent exchange={exchange} />
      {making && <NewSandbox onClose={() => setMaking(false)} />}
    </section>
  );
}

function Clock({ exchange }: { exchange: SeenExchange }) {
  const now = useMarketNow(exchange);
  return (
    <time
      className={classes.time}
      dateTime={new Date(now).toISOString()}
      title={`The exchange's time, ${EXCHANGE_ZONE}`}
      data-testid="exchange-clock"
    >
      <b>{clockSeconds(now, EXCHANGE_ZONE)}</b>
      <span>
        {zoneName(EXCHANGE_ZONE, now).replace('GMT+5:30', 'IST')} {shortDay(dayIn(EXCHANGE_ZONE, now), true)}
      </span>
    </time>
  );
}

const BADGE: Record<SeenExchange['clock']['mode'], (speed: number) => { tone: Tone; text: string }> = {
  wall: () => ({ tone: 'good', text: 'real time' }),
  paused: () => ({ tone: 'warn', text: 'paused' }),
  running: (speed) => ({ tone: 'busy', text: `running ×${speed}` }),
};

function ClockBadge({ exchange: { clock } }: { exchange: SeenExchange }) {
  const { tone, text } = BADGE[clock.mode](clock.speed);
  return (
    <Badge tone={tone} dot>
      <span data-testid="clock-mode">{text}</span>
    </Badge>
  );
}
