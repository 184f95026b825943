'use client';
import { Button, Loader } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Replay } from '@/api/types';
import { useChannel } from '@/features/live/use-live';
import { useCan } from '@/features/session/session-context';
import { figure, money, typed } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { Empty, ProblemNote } from '@/ui/states';
import { cancelJob } from '../api';
import { bestOf } from '../replay-model';
import classes from './replay.module.css';
import { SweepChart } from './sweep-chart';

interface Props {
  replay: Replay;
  sweep: NonNullable<Replay['sweep']>;
  asked: NonNullable<Replay['request']['sweep']>;
}

export function SweepPanel({ replay, sweep, asked }: Props) {
  const { currency } = replay.outcome;
  const unit = asked.parameter === 'quantity' ? 'MW' : `${currency}/MWh`;
  const best = bestOf(sweep.points);
  return (
    <Panel
      title={
        (asked.parameter === 'quantity'
          ? 'Revenue and price over quantity'
          : 'Revenue and price over limit price') + (asked.blockOrder ? ` of ${asked.blockOrder}` : '')
      }
      meta={best && `most at ${typed(best.value)} ${unit}: ${money(best.revenue, currency)}`}
      bare
      testId="sweep"
    >
      {sweep.state === 'succeeded' ? (
        <>
          <SweepChart points={sweep.points} unit={unit} currency={currency} />
          <details className={classes.points}>
            <summary>As a table</summary>
            <table className="dense" data-testid="sweep-points">
              <thead>
                <tr>
                  <th scope="col" className="n">
                    {unit}
                  </th>
                  <th scope="col" className="n">
                    MWh
                  </th>
                  <th scope="col" className="n">
                    Revenue
                  </th>
                  <th scope="col" className="n">
                    Mean price
                  </th>
                </tr>
              </thead>
              <tbody>
                {sweep.points.map((p) => (
                  <tr key={p.value}>
                    <th scope="row" className="n">
                      {typed(p.value)}
                    </th>
                    <td className="n">{figure(p.energyMwh, 1)}</td>
                    <td className="n">{money(p.revenue, currency)}</td>
                    <td className="n">{figure(p.price)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      ) : sweep.state === 'failed' || sweep.state === 'cancelled' ? (
        <Empty title={sweep.state === 'failed' ? 'The sweep failed' : 'The sweep was cancelled'}>
          Replay the day again to have it made anew.
        </Empty>
      ) : (
        <Progress replay={replay} jobId={sweep.jobId} />
      )}
    </Panel>
  );
}

function Progress({ replay, jobId }: { replay: Replay; jobId: string }) {
  const queries = useQueryClient();
  const mayCancel = useCan('jobs:cancel');
  const [note, setNote] = useState('');
  const again = () =>
    void queries.invalidateQueries({ queryKey: ['auctions', replay.auctionId, 'replays', replay.id] });
  const cancel = useMutation({ mutationFn: cancelJob, onSettled: again });
  useChannel(`jobs.${jobId}`, (d) => {
    if (d.kind !== 'update') return;
    const { progress } = (d.data as { progress?: { done: number; total: number } } | null) ?? {};
    if (progress?.total) setNote(`${progress.done} of ${progress.total} points`);
    if (d.event !== 'job.progress') again();
  });
  return (
    <div className={classes.progress} role="status">
      <Loader size={14} /> The day is cleared at every point. {note}
      {mayCancel && (
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(jobId)}>
          Cancel
        </Button>
      )}
      {cancel.error && <ProblemNote error={cancel.error} />}
    </div>
  );
}
