'use client';
import { Button, Group, Loader, Modal, Select, Stack, Text, Tooltip } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { ApiProblem } from '@/api/problem';
import type { Auction, ClearingRun } from '@/api/types';
import { useChannel } from '@/features/live/use-live';
import { useCan } from '@/features/session/session-context';
import { Icon } from '@/ui/icons';
import { Badge } from '@/ui/states';
import { tell } from '@/ui/tell';
import { calendarDay, moment, zoneName } from '@/ui/time';
import { reopenAuction, startRun } from '../api';
import { AUCTION_TONE, clockSentence, isGateOpen, isRunUnderWay, marketTitle } from '../auction-model';
import classes from './workspace.module.css';

interface Props {
  auction: Auction;
  runs: ClearingRun[];
  shown: ClearingRun | null;
  other: ClearingRun | null;
  onShow: (runId: string) => void;
  onCompare: (runId: string) => void;
  onStarted: () => void;
}

export function AuctionHeader({ auction, runs, shown, other, onShow, onCompare, onStarted }: Props) {
  const queries = useQueryClient();
  const mayRun = useCan('auctions:run');
  const keys = useRef(new IntentKeys());
  const [asking, setAsking] = useState(false);
  const underWay = runs.find(isRunUnderWay);
  const gate = `${moment(auction.gateClosesAt, auction.timeZone)} ${zoneName(auction.timeZone, auction.gateClosesAt)}`;
  const refresh = () => void queries.invalidateQueries({ queryKey: ['auctions'] });

  const start = useMutation({
    mutationFn: startRun,
    onSuccess: () => {
      keys.current.settled();
      setAsking(false);
      onStarted();
      refresh();
    },
    onError: () => setAsking(false),
  });
  const reopen = useMutation({
    mutationFn: reopenAuction,
    onSuccess: () => tell('The gate is open again; bids can be changed'),
    onError: (e) => {
      if (e instanceof ApiProblem && e.status === 412)
        tell('The auction had changed meanwhile; its present state is shown', 'yellow');
    },
    onSettled: refresh,
  });
  const cleared = runs.filter((r) => r.state === 'cleared');
  const choices = cleared.map((r) => ({ value: r.id, label: `Run #${r.number}` }));

  return (
    <header className={classes.header}>
      <h1>
        {marketTitle(auction.marketCode)} · {calendarDay(auction.deliveryDay)}
      </h1>
      <Badge tone={AUCTION_TONE[auction.state]} dot>
        <span data-testid="auction-state">{auction.state}</span>
      </Badge>
      <Badge>{auction.scope}</Badge>
      <Tooltip label={clockSentence(auction, gate)}>
        <span className={classes.clock}>{clockSentence(auction, gate)}</span>
      </Tooltip>
      <span className="spacer" />
      {underWay && <RunProgress run={underWay} />}
      {shown && choices.length > 1 && (
        <div className={classes.picks}>
          <Select
            aria-label="Run shown"
            data={choices}
            value={shown.id}
            onChange={(v) => v && onShow(v)}
            w={96}
          />
          <span>vs</span>
          <Select
            aria-label="Compare with run"
            data={choices.filter((c) => c.value !== shown.id)}
            value={other?.id ?? null}
            onChange={(v) => v && onCompare(v)}
            w={96}
          />
        </div>
      )}
      {mayRun && !isGateOpen(auction) && auction.state !== 'scheduled' && (
        <Button
          variant="default"
          leftSection={<Icon name="reopen" size={13} />}
          loading={reopen.isPending}
          disabled={Boolean(underWay)}
          onClick={() => reopen.mutate(auction)}
        >
          Reopen
        </Button>
      )}
      {mayRun ? (
        <Button
          leftSection={<Icon name="play" size={13} />}
          disabled={Boolean(underWay)}
          onClick={() => setAsking(true)}
        >
          Run auction
        </Button>
      ) : (
        <Tooltip label="Your role may look but not run auctions">
          <Button
            leftSection={<Icon name="play" size={13} />}
            data-disabled
            onClick={(e) => e.preventDefault()}
            aria-disabled
          >
            Run auction
          </Button>
        </Tooltip>
      )}
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={runs.length ? 'Run this auction again' : 'Run this auction'}
      >
        <Stack gap="md">
          <Text size="sm">
            {isGateOpen(auction)
              ? 'This closes the gate. Every submitted bid is cleared together with the imported order book; drafts stay out.'
              : 'The gate is reopened and closed again in one step. What is submitted at this moment is cleared as a new run; earlier runs stay for comparison.'}
          </Text>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => setAsking(false)}>
              Not now
            </Button>
            <Button
              data-autofocus
              loading={start.isPending}
              onClick={() =>
                start.mutate({
                  auctionId: auction.id,
                  key: keys.current.keyFor([auction.id, auction.version, runs.length]),
                })
              }
            >
              Close the gate and run
            </Button>
          </Group>
        </Stack>
      </Modal>
    </header>
  );
}

function RunProgress({ run }: { run: ClearingRun }) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  useChannel(run.jobId ? `jobs.${run.jobId}` : null, (d) => {
    if (d.kind !== 'update') return;
    const progress = (d.data as { progress?: { note?: string }; note?: string } | null) ?? {};
    setNote(progress.progress?.note ?? progress.note ?? '');
    if (d.event !== 'job.progress') void queries.invalidateQueries({ queryKey: ['auctions'] });
  });
  return (
    <span className={classes.running} role="status">
      <Loader size={13} />
      Run #{run.number} {run.state === 'queued' ? 'is queued' : note || 'is clearing'}
    </span>
  );
}
