'use client';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import type { ShiftEntry } from '@/api/types';
import { useCan, useMe } from '@/features/session/session-context';
import { Icon } from '@/ui/icons';
import { Page, Panel } from '@/ui/panel';
import { Answered, Badge, Empty } from '@/ui/states';
import { moment } from '@/ui/time';
import { acknowledge, pin, shiftLogQuery } from '../api';
import { EntryForm } from './entry-form';
import classes from './shift-log.module.css';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What one shift tells the next. */
export function ShiftLogPage() {
  const log = useQuery(shiftLogQuery);
  const mayWrite = useCan('shifts:write');
  return (
    <Page
      title="Shift log"
      hint="Entries stay as they were written; a correction stands beside what it corrects."
    >
      {mayWrite && (
        <Panel title="New entry" bare>
          <EntryForm />
        </Panel>
      )}
      <Answered query={log} rows={8}>
        {(entries) => {
          const pinned = entries.filter((e) => e.pinned);
          return (
            <>
              {pinned.length > 0 && (
                <Panel title="On top" meta={`${pinned.length}`}>
                  <Entries entries={pinned} all={entries} />
                </Panel>
              )}
              <Panel title="Log" testId="shift-log">
                {entries.length === 0 ? (
                  <Empty title="Nothing written yet">
                    Write what the next shift has to know, as a note or as a hand-over it acknowledges.
                  </Empty>
                ) : (
                  <Entries entries={entries.filter((e) => !e.pinned)} all={entries} />
                )}
              </Panel>
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function Entries({ entries, all }: { entries: ShiftEntry[]; all: ShiftEntry[] }) {
  return (
    <ul className={classes.list}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} corrected={all.find((e) => e.id === entry.corrects)} />
      ))}
    </ul>
  );
}

function Entry({ entry, corrected }: { entry: ShiftEntry; corrected?: ShiftEntry }) {
  const client = useQueryClient();
  const me = useMe();
  const mayWrite = useCan('shifts:write');
  const [correcting, setCorrecting] = useState(false);
  const again = { onSuccess: () => client.invalidateQueries({ queryKey: shiftLogQuery.queryKey }) };
  const take = useMutation({ mutationFn: () => acknowledge(entry.id), ...again });
  const toggle = useMutation({ mutationFn: () => pin(entry), ...again });
  const open = entry.kind === 'handover' && !entry.acknowledgement;
  return (
    <li data-testid="shift-entry">
      <div className={classes.head}>
        <strong>{entry.author.name}</strong>
        <span className="dim">{moment(entry.at, HERE)}</span>
        {entry.kind === 'handover' && (
          <Badge tone={open ? 'warn' : 'good'} dot>
            {entry.acknowledgement
              ? `Taken by ${entry.acknowledgement.by.name}, ${moment(entry.acknowledgement.at, HERE)}`
              : 'Hand-over, not taken yet'}
          </Badge>
        )}
        {entry.kind === 'correction' && (
          <Badge>{corrected ? `Corrects ${moment(corrected.at, HERE)}` : 'Correction'}</Badge>
        )}
        {entry.correctedBy && <Badge>Corrected</Badge>}
        {entry.auctionId && <Link href={`/auctions/${entry.auctionId}`}>Auction</Link>}
        {entry.assetId && <Link href={`/assets/${entry.assetId}`}>Asset</Link>}
        <span className="spacer" />
        {mayWrite && open && entry.author.id !== me.user.id && (
          <Button size="compact-xs" loading={take.isPending} onClick={() => take.mutate()}>
            Acknowledge
          </Button>
        )}
        {mayWrite && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<Icon name="pin" size={11} />}
            onClick={() => toggle.mutate()}
          >
            {entry.pinned ? 'Unpin' : 'Pin'}
          </Button>
        )}
        {mayWrite && entry.kind !== 'correction' && (
          <Button size="compact-xs" variant="default" onClick={() => setCorrecting(true)}>
            Correct
          </Button>
        )}
      </div>
      <p className={`${classes.text} ${entry.correctedBy ? classes.corrected : ''}`}>{entry.text}</p>
      {correcting && <EntryForm corrects={entry} onDone={() => setCorrecting(false)} />}
    </li>
  );
}
