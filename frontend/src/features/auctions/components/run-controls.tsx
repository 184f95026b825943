'use client';
import { Button, Group, Loader, Modal, Stack, Text, Tooltip } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { ApiProblem } from '@/api/problem';
import type { Auction, ClearingRun } from '@/api/types';
import { useChannel } from '@/features/live/use-live';
import { useCan } from '@/features/session/session-context';
import { Icon } from '@/ui/icons';
import { tell } from '@/ui/tell';
import { reopenAuction, startRun } from '../api';
import { isGateOpen } from '../auction-model';
import classes from './workspace.module.css';

interface Props {
  auction: Auction;
  runs: ClearingRun[];
  busy: boolean;
  onStarted: () => void;
}

/** Running and reopening an imported day; an exchange's auctions are moved by its clock. */
export function RunControls({ auction, runs, busy, onStarted }: Props) {
  const queries = useQueryClient();
  const mayRun = useCan('auctions:run');
  const keys = useRef(new IntentKeys());
  const [asking, setAsking] = useState(false);
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
  return (
    <>
      {mayRun && !isGateOpen(auction) && auction.state !== 'scheduled' && (
        <Button
          variant="default"
          leftSection={<Icon name="reopen" size={13} />}
          loading={reopen.isPending}
          disabled={busy}
          onClick={() => reopen.mutate(auction)}
        >
          Reopen
        </Button>
      )}
      {mayRun ? (
        <Button leftSection={<Icon name="play" size={13} />} disabled={busy} onClick={() => setAsking(true)}>
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
    </>
  );
}

export function RunProgress({ run }: { run: ClearingRun }) {
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
