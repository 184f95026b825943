'use client';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import type { TradingStop } from '@/api/types';
import { EXCHANGE_ZONE, marketShort } from '@/features/exchange/event-model';
import { useChannel } from '@/features/live/use-live';
import { useCan } from '@/features/session/session-context';
import { Dialog } from '@/ui/dialog';
import { ProblemNote } from '@/ui/states';
import { tell } from '@/ui/tell';
import { clockSeconds, shortDay, zoneName } from '@/ui/time';
import { releaseStop, standingStopsQuery, stoppedBidsQuery } from '../api';
import { progress } from '../stop-model';
import classes from './stops.module.css';

const LONGEST_REASON = 500;

/** On every page while a stop stands: whose, why, how far, and how it ends. */
export function StopBanner() {
  const queries = useQueryClient();
  const stops = useQuery(standingStopsQuery).data ?? [];
  useChannel('bids', (d) => {
    if (d.kind !== 'update' || d.event.startsWith('trading.'))
      void queries.invalidateQueries({ queryKey: ['stops'] });
  });
  return (
    <>
      {stops.map((stop) => (
        <Standing key={stop.id} stop={stop} />
      ))}
    </>
  );
}

function Standing({ stop }: { stop: TradingStop }) {
  const mayRelease = useCan('trading:release');
  const [releasing, setReleasing] = useState(false);
  return (
    <section
      className={classes.banner}
      aria-label={`Trading of ${stop.subjectName} is stopped`}
      data-testid="stop-banner"
    >
      <p>
        <strong>Trading of {stop.subjectName} is stopped</strong> since{' '}
        {clockSeconds(stop.placedAt, EXCHANGE_ZONE)} {zoneName(EXCHANGE_ZONE, stop.placedAt)} by{' '}
        {stop.placedBy.name}: {stop.reason}
      </p>
      <p className="dim" data-testid="stop-progress">
        {progress(stop)}
      </p>
      <span className="spacer" />
      {mayRelease && (
        <Button variant="default" size="compact-xs" onClick={() => setReleasing(true)}>
          Let trading go on
        </Button>
      )}
      {stop.bids.kept > 0 && <Kept stop={stop} />}
      {releasing && <ReleaseDialog stop={stop} onClose={() => setReleasing(false)} />}
    </section>
  );
}

/** What no venue gave back, with the reason of each. */
function Kept({ stop }: { stop: TradingStop }) {
  const bids = useQuery(stoppedBidsQuery(stop)).data ?? [];
  return (
    <ul className={classes.kept}>
      {bids
        .filter((b) => b.outcome === 'kept')
        .map((b) => (
          <li key={b.bidId}>
            <Link href={`/auctions/${b.auctionId}`}>
              {b.assetName}, {marketShort(b.marketCode)} {shortDay(b.deliveryDay)}
            </Link>{' '}
            {b.detail}
          </li>
        ))}
    </ul>
  );
}

function ReleaseDialog({ stop, onClose }: { stop: TradingStop; onClose: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const release = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: releaseStop,
    onSuccess: () => {
      tell(`Trading of ${stop.subjectName} goes on.`);
      onClose();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['stops'] }),
  });
  return (
    <Dialog title={`Let trading of ${stop.subjectName} go on`} opened onClose={onClose}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          release.mutate({ id: stop.id, reason });
        }}
      >
        <Stack gap="sm">
          <p className={classes.consequence}>
            Bids may be submitted again. What was withdrawn stays withdrawn.
          </p>
          <Textarea
            label="Why trading goes on"
            description="Kept with your name"
            required
            autosize
            minRows={2}
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          {release.error && <ProblemNote error={release.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Leave it stopped
            </Button>
            <Button type="submit" loading={release.isPending} disabled={!reason.trim()}>
              Release the stop
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
