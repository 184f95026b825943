'use client';
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeadLetter } from '@/api/types';
import { statusQuery } from '@/features/status/api';
import { KeyFigure, KeyFigures } from '@/ui/figures';
import { Page, Panel } from '@/ui/panel';
import { Answered, Empty } from '@/ui/states';
import { tell, tellProblem } from '@/ui/tell';
import { moment } from '@/ui/time';
import { deadLettersQuery, replayLetter } from '../api';
import { DiscardForm } from './discard-form';

/** Events that could not be consumed, and how the others are doing. */
export function DeadLetters() {
  const letters = useQuery(deadLettersQuery);
  const [discarded, setDiscarded] = useState<DeadLetter | null>(null);
  return (
    <Page
      title="Operations"
      hint="Events on their way to the consumers inside this installation, and those that need a decision."
    >
      <Deliveries />
      <Panel title="Dead letters" testId="dead-letters">
        <Answered query={letters}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="No dead letters">Every event has been consumed or is still being tried.</Empty>
            ) : (
              <table className="dense roomy">
                <thead>
                  <tr>
                    <th scope="col">Event</th>
                    <th scope="col">Consumer</th>
                    <th scope="col">Failing since, UTC</th>
                    <th scope="col" className="n">
                      Attempts
                    </th>
                    <th scope="col">Last error</th>
                    <th scope="col">Decision</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((letter) => (
                    <Letter key={letter.id} letter={letter} onDiscard={() => setDiscarded(letter)} />
                  ))}
                </tbody>
              </table>
            )
          }
        </Answered>
      </Panel>
      {discarded && <DiscardForm letter={discarded} onClose={() => setDiscarded(null)} />}
    </Page>
  );
}

function Deliveries() {
  const services = useQuery(statusQuery).data?.services;
  const deliveries = services?.deliveries;
  const figures = deliveries?.figures ?? {};
  return (
    <KeyFigures label="Deliveries">
      <KeyFigure
        name="Deliveries"
        value={deliveries?.state ?? '–'}
        tone={deliveries?.state === 'down' ? 'bad' : 'good'}
      />
      <KeyFigure
        name="Waiting"
        value={`${figures.waiting ?? '–'}`}
        note={`${figures.retrying ?? 0} retrying`}
      />
      <KeyFigure name="Oldest" value={`${Math.round((figures.oldestMs ?? 0) / 1000)} s`} />
      <KeyFigure name="JMS" value={services?.jms?.state ?? '–'} note={services?.jms?.detail ?? undefined} />
    </KeyFigures>
  );
}

function Letter({ letter, onDiscard }: { letter: DeadLetter; onDiscard: () => void }) {
  const queries = useQueryClient();
  const replay = useMutation({
    mutationFn: replayLetter,
    onSuccess: () => tell(`${letter.eventType} is delivered again.`),
    onError: tellProblem,
    onSettled: () => void queries.invalidateQueries({ queryKey: deadLettersQuery.queryKey }),
  });
  return (
    <tr>
      <th scope="row">
        {letter.eventType} <span className="dim">v{letter.aggregateVersion}</span>
        <div className="dim">
          {letter.aggregateType} {letter.aggregateId}
        </div>
      </th>
      <td>{letter.consumer}</td>
      <td>
        <time dateTime={letter.failedSince}>{moment(letter.failedSince, 'UTC')}</time>
      </td>
      <td className="n">{letter.attempts}</td>
      <td className="wrap">{letter.error}</td>
      <td>
        <Group gap={6} wrap="nowrap">
          <Button
            size="compact-xs"
            variant="default"
            loading={replay.isPending}
            onClick={() => replay.mutate(letter.id)}
          >
            Replay
          </Button>
          <Button size="compact-xs" variant="subtle" color="red" onClick={onDiscard}>
            Discard
          </Button>
        </Group>
      </td>
    </tr>
  );
}
