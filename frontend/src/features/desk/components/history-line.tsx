'use client';
import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, must } from '@/api/client';
import { IntentKeys } from '@/api/preconditions';
import { simulateHistory } from '@/features/exchange/actions';
import { exchangesQuery, type SeenExchange } from '@/features/exchange/api';
import { useChannel } from '@/features/live/use-live';
import { useCan } from '@/features/session/session-context';
import { figure, plural } from '@/ui/format';
import { tell } from '@/ui/tell';
import classes from './desk.module.css';

/** How much of the exchange's past is there; its operator may ask for more. */
export function HistoryLine({ exchange }: { exchange: SeenExchange }) {
  const mayOperate = useCan('exchanges:operate') && exchange.scope === 'shared';
  const { days, cleared, state, jobId } = exchange.history;
  if (exchange.scope !== 'shared' || (state !== 'running' && !mayOperate)) return null;
  return (
    <div className={classes.history} data-testid="history">
      <span>
        Past: {figure(cleared, 0)} of {plural(days, 'day')}
      </span>
      {state === 'running' && <progress max={days} value={cleared} aria-label="Past days cleared" />}
      {state === 'running' && mayOperate && jobId && <Pace jobId={jobId} />}
      {mayOperate && state !== 'running' && <AskForPast exchange={exchange} />}
    </div>
  );
}

/** The job's own words, with its days a second; the job belongs to the operator's organisation. */
function Pace({ jobId }: { jobId: string }) {
  const queries = useQueryClient();
  const queryKey = ['jobs', jobId];
  const job = useQuery({
    queryKey,
    queryFn: () => must(api().GET('/api/v1/jobs/{id}', { params: { path: { id: jobId } } })),
  }).data;
  useChannel(`jobs.${jobId}`, () => void queries.invalidateQueries({ queryKey }));
  return <span className="dim">{job?.progress.note}</span>;
}

function AskForPast({ exchange }: { exchange: SeenExchange }) {
  const queries = useQueryClient();
  const [days, setDays] = useState<string | number>(Math.max(60, exchange.history.days));
  const keys = useRef(new IntentKeys());
  const ask = useMutation({
    mutationFn: simulateHistory,
    onSuccess: () => {
      keys.current.settled();
      tell('Past days are being cleared');
      void queries.invalidateQueries({ queryKey: exchangesQuery.queryKey });
    },
  });
  const call = { exchangeId: exchange.id, days: Number(days) };
  return (
    <form
      style={{ display: 'flex', gap: 6, marginLeft: 'auto' }}
      onSubmit={(e) => {
        e.preventDefault();
        ask.mutate({ ...call, key: keys.current.keyFor(call) });
      }}
    >
      <NumberInput aria-label="Days of past" value={days} onChange={setDays} min={1} max={1830} w={70} />
      <Button type="submit" variant="default" loading={ask.isPending} disabled={days === ''}>
        Clear past days
      </Button>
    </form>
  );
}
