'use client';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import type { Import } from '@/api/types';
import { auctionQuery } from '@/features/auctions/api';
import { useChannel } from '@/features/live/use-live';
import { figure, plural } from '@/ui/format';
import { Icon } from '@/ui/icons';
import { More } from '@/ui/more';
import { Page, Panel } from '@/ui/panel';
import { Answered, Badge, Empty, ProblemNote } from '@/ui/states';
import { calendarDay } from '@/ui/time';
import { faultsQuery, importQuery, jobQuery } from '../api';
import { IMPORT_TEXT, IMPORT_TONE, isUnderWay } from '../import-model';
import { ImportTotals } from './import-totals';
import classes from './imports.module.css';

export function ImportReport({ importId }: { importId: string }) {
  const answer = useQuery(importQuery(importId));
  const queries = useQueryClient();
  const jobId = answer.data?.jobId ?? null;
  useChannel(jobId && answer.data && isUnderWay(answer.data) ? `jobs.${jobId}` : null, (d) => {
    void queries.invalidateQueries({ queryKey: ['jobs', jobId] });
    if (d.kind !== 'update' || d.event !== 'job.progress')
      void queries.invalidateQueries({ queryKey: ['imports'] });
  });
  return (
    <Page
      title="Import"
      actions={
        <Button
          component={Link}
          href="/imports"
          variant="default"
          leftSection={<Icon name="back" size={12} />}
        >
          All imports
        </Button>
      }
    >
      <Answered query={answer}>{(i) => <Report made={i} />}</Answered>
    </Page>
  );
}

function Report({ made }: { made: Import }) {
  return (
    <>
      {isUnderWay(made) && <Progress made={made} />}
      {made.state === 'failed' && made.jobId && <Failure jobId={made.jobId} />}
      {made.auctionIds.length > 0 && (
        <Panel title={made.auctionIds.length === 1 ? 'Auction made' : 'Auctions made'} bare>
          <div className={classes.made}>
            {made.auctionIds.map((id) => (
              <AuctionLink key={id} id={id} />
            ))}
          </div>
        </Panel>
      )}
      {made.summary.markets.length > 0 && <ImportTotals made={made} />}
      <Panel
        title="Files"
        meta={
          <Badge tone={IMPORT_TONE[made.state]} dot>
            {IMPORT_TEXT[made.state]}
          </Badge>
        }
      >
        <table className="dense roomy">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Recognised as</th>
              <th scope="col" className="n">
                Rows
              </th>
              <th scope="col" className="n">
                Normalised
              </th>
              <th scope="col" className="n">
                Refused
              </th>
            </tr>
          </thead>
          <tbody>
            {made.files.map((f) => (
              <tr key={f.name}>
                <th scope="row">{f.name}</th>
                <td className="dim">{f.kind ?? 'not recognised'}</td>
                <td className="n">{figure(f.rows, 0)}</td>
                <td className="n">{figure(f.normalised, 0)}</td>
                <td className={`n ${f.refused ? 'down' : ''}`}>{figure(f.refused, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      {made.faultCount > 0 && <Faults importId={made.id} count={made.faultCount} />}
    </>
  );
}

function Progress({ made }: { made: Import }) {
  const job = useQuery({
    ...jobQuery(made.jobId ?? ''),
    enabled: Boolean(made.jobId),
    refetchInterval: 3_000,
  }).data;
  const { done = 0, total = 0, note } = job?.progress ?? {};
  const share = total > 0 ? Math.min(100, (100 * done) / total) : 4;
  return (
    <Panel title="Progress" bare meta={job?.state}>
      <div className={classes.progress}>
        <span role="status">{note ?? 'Waiting for a free hand…'}</span>
        <div
          className={classes.track}
          role="progressbar"
          aria-label="Import"
          aria-valuenow={Math.round(share)}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <i style={{ width: `${share}%` }} />
        </div>
      </div>
    </Panel>
  );
}

function Failure({ jobId }: { jobId: string }) {
  const job = useQuery(jobQuery(jobId)).data;
  return (
    <ProblemNote
      error={new Error(job?.error ?? 'The import stopped before its end. Nothing was published.')}
    />
  );
}

function AuctionLink({ id }: { id: string }) {
  const auction = useQuery(auctionQuery(id)).data;
  return (
    <Button component={Link} href={`/auctions/${id}`} rightSection={<Icon name="next" size={12} />}>
      {auction ? `Open the auction of ${calendarDay(auction.deliveryDay)}` : 'Open the auction'}
    </Button>
  );
}

function Faults({ importId, count }: { importId: string; count: number }) {
  const faults = useInfiniteQuery(faultsQuery(importId));
  const lines = faults.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Panel title="Faults" meta={`${plural(count, 'fault')}; nothing of a file with a fault was imported`}>
      {faults.error && <ProblemNote error={faults.error} onRetry={() => void faults.refetch()} />}
      {lines.length === 0 && !faults.isPending && <Empty title="No fault is kept" />}
      {lines.length > 0 && (
        <table className="dense">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col" className="n">
                Line
              </th>
              <th scope="col">Field</th>
              <th scope="col">Value</th>
              <th scope="col">Reason</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((f, i) => (
              <tr key={`${f.file} ${f.line} ${f.field ?? ''} ${i}`}>
                <td className="dim">{f.file}</td>
                <td className="n">{f.line}</td>
                <td>{f.field}</td>
                <td className="down">{f.value}</td>
                <td className="wrap">{f.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More of={faults} label="More lines" />
    </Panel>
  );
}
