'use client';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Dispute } from '@/api/types';
import { money } from '@/ui/format';
import { Answered, Badge, Empty, ProblemNote } from '@/ui/states';
import { disputesQuery, stepDispute } from '../api';
import { stepsOf, words } from '../statement-model';
import classes from './settlement.module.css';

/** Objections to this statement’s lines: where they stand, who did what, and what can be done next. */
export function DisputePanel({ statementId, currency }: { statementId: string; currency: string }) {
  const disputes = useQuery(disputesQuery(statementId));
  return (
    <Answered query={disputes}>
      {(items) =>
        items.length === 0 ? (
          <Empty title="Nothing is disputed">
            A line’s “Why?” or a difference of a comparison opens a dispute.
          </Empty>
        ) : (
          <ul className={classes.stack} aria-label="Disputes" data-testid="disputes">
            {items.map((d) => (
              <Entry key={d.id} dispute={d} currency={currency} />
            ))}
          </ul>
        )
      }
    </Answered>
  );
}

function Entry({ dispute, currency }: { dispute: Dispute; currency: string }) {
  const client = useQueryClient();
  const step = useMutation({
    mutationFn: stepDispute,
    onSettled: () => client.invalidateQueries({ queryKey: ['statement', dispute.statementId, 'disputes'] }),
  });
  return (
    <li className={classes.entry}>
      <div className={classes.row}>
        <Badge tone={dispute.state === 'closed' ? 'quiet' : 'busy'}>{dispute.state}</Badge>
        <b>
          {words(dispute.kind)} {words(dispute.source)}
        </b>
        <span>
          {dispute.day}
          {dispute.block > 0 && `, block ${dispute.block}`}
        </span>
        <span>
          stated {money(dispute.statedAmount, currency)}, we say {money(dispute.claimedAmount, currency)}
        </span>
        <span className="spacer" />
        {stepsOf(dispute).map((s) => (
          <Button
            key={s}
            variant="default"
            size="compact-xs"
            loading={step.isPending && step.variables?.step === s}
            onClick={() => step.mutate({ dispute, step: s, note: '' })}
          >
            {words(s)}
          </Button>
        ))}
      </div>
      <ol>
        {dispute.entries.map((e) => (
          <li key={e.at + e.action}>
            <time dateTime={e.at}>{e.at.slice(0, 16).replace('T', ' ')} UTC</time> {words(e.action)}
            {e.note && `: ${e.note}`}
          </li>
        ))}
      </ol>
      {step.error && <ProblemNote error={step.error} />}
    </li>
  );
}
