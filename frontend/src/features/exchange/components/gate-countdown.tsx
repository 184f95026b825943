'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWarningMinutes } from '@/features/gates/use-gate-warnings';
import { clockTime, shortDay } from '@/ui/time';
import type { SeenExchange } from '../api';
import { pendingEventsQuery } from '../day-api';
import { EXCHANGE_ZONE } from '../event-model';
import { countdown } from '../exchange-clock';
import { countsTo, type Gate, gatesOf, nextGates, urgency } from '../gate-model';
import { useMarketNow } from '../use-market-now';
import classes from './exchange-bar.module.css';

/** Time left to the next day-ahead gate and to the next real-time gate, in the exchange's own time. */
export function GateCountdown({ exchange }: { exchange: SeenExchange }) {
  const pending = useQuery(pendingEventsQuery(exchange.id)).data;
  const gates = useMemo(() => nextGates(gatesOf(pending ?? [])), [pending]);
  const now = useMarketNow(exchange);
  const minutes = useWarningMinutes();
  return (
    <div className={classes.gates} data-testid="gates">
      {gates.map((gate) => (
        <GateChip key={gate.family} gate={gate} now={now} minutes={minutes} />
      ))}
    </div>
  );
}

const URGENCY_TEXT = {
  ahead: 'not open yet',
  calm: '',
  near: 'closing soon',
  last: 'about to close',
} as const;

function GateChip({ gate, now, minutes }: { gate: Gate; now: number; minutes: readonly number[] }) {
  const how = urgency(gate, now, minutes);
  const opening = how === 'ahead';
  const at = countsTo(gate, now);
  return (
    <span
      className={classes.gate}
      data-urgency={how}
      data-testid={`gate-${gate.family}`}
      title={`${gate.title} for ${shortDay(gate.deliveryDay)}: gate ${opening ? 'opens' : 'closes'} at ${clockTime(at, EXCHANGE_ZONE)}`}
    >
      {gate.title} {shortDay(gate.deliveryDay)} {opening ? 'opens in' : 'closes in'}
      <b>{countdown(at - now)}</b>
      {URGENCY_TEXT[how] && <span className="sr">, {URGENCY_TEXT[how]}</span>}
    </span>
  );
}
