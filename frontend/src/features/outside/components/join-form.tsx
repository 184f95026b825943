'use client';
import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { asProblem } from '@/api/problem';
import { connectionsQuery } from '@/features/connections/api';
import { useRealDay } from '@/features/exchange/use-real-now';
import { marketsQuery } from '@/features/market/api';
import { calendarQuery } from '@/features/rules/api';
import { FormEnd } from '@/ui/form-end';
import { tell } from '@/ui/tell';
import { dayPlus, moment, zoneName } from '@/ui/time';
import { joinAuction } from '../api';
import { DAYS_AHEAD, faultAt, missingConnection, realMarkets, sessionsOf } from '../outside-model';
import classes from './outside.module.css';

/** Which auction of which real market to take part in; each fault stands at its field. */
export function JoinForm({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const markets = realMarkets(useQuery(marketsQuery).data ?? []);
  const connections = useQuery(connectionsQuery).data;
  const [marketCode, setMarket] = useState<string | null>(null);
  const [written, setDay] = useState<string | null>(null);
  const [session, setSession] = useState<string | null>(null);
  const keys = useRef(new IntentKeys());
  const market = markets.find((m) => m.code === marketCode);
  const zone = market?.timeZone ?? 'UTC';
  const today = useRealDay()(zone);
  const day = written ?? dayPlus(today, 2);
  const calendar = useQuery(calendarQuery(marketCode ?? '', day)).data;
  const sessions = sessionsOf(calendar);
  const several = sessions.length > 1;
  const shown = sessions.find((s) => !several || String(s.session) === session);
  const join = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: () => {
      const input = {
        ...(marketCode ? { marketCode } : {}),
        ...(day ? { deliveryDay: day } : {}),
        ...(several && session ? { session: Number(session) } : {}),
      };
      return joinAuction({ input, key: keys.current.keyFor(input) });
    },
    onSuccess: () => {
      keys.current.settled();
      for (const touched of ['outside-auctions', 'auctions'])
        void client.invalidateQueries({ queryKey: [touched] });
      tell('You take part; bids can be written while its gate is open');
      onDone();
    },
  });
  const faults = join.error ? asProblem(join.error).faults : [];
  const fault = (field: 'marketCode' | 'deliveryDay' | 'session') => faultAt(faults, field, several);
  const put = (change: () => void) => {
    join.reset();
    change();
  };
  const missing = missingConnection(market, connections);
  return (
    <form
      className={classes.form}
      aria-label="Take part in an auction"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        join.mutate();
      }}
    >
      <Select
        label="Market"
        searchable
        data={markets.map((m) => ({ value: m.code, label: m.name }))}
        value={marketCode}
        error={fault('marketCode')}
        onChange={(code) =>
          put(() => {
            setMarket(code);
            setSession(null);
          })
        }
        w={280}
      />
      <TextInput
        type="date"
        label="Delivery day"
        min={today}
        max={dayPlus(today, DAYS_AHEAD)}
        value={day}
        error={fault('deliveryDay')}
        onChange={(e) => {
          const value = e.currentTarget.value;
          put(() => setDay(value));
        }}
        w={170}
      />
      {several && (
        <Select
          label="Session"
          searchable
          data={sessions.map((s) => ({
            value: String(s.session),
            label: `${s.session} · gate ${moment(s.gateClosesAt, zone)}`,
          }))}
          value={session}
          error={fault('session')}
          onChange={(number) => put(() => setSession(number))}
          w={220}
        />
      )}
      <FormEnd label="Take part" save={join} told={faults.length} onLeave={onDone} />
      {market && (
        <p className={classes.note} data-testid="join-note">
          {calendar && sessions.length === 0 && 'Its calendar has no auction on that day. '}
          {shown &&
            `Its gate opens ${moment(shown.gateOpensAt, zone)} and closes ${moment(shown.gateClosesAt, zone)} ${zoneName(zone, shown.gateClosesAt)}. `}
          {missing && (
            <>
              {missing} <Link href="/connections">Exchanges</Link>
            </>
          )}
        </p>
      )}
    </form>
  );
}
