'use client';
import { Button, Group, Stack, Tooltip } from '@mantine/core';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Auction, ReadyBid } from '@/api/types';
import { isGateOpen } from '@/features/auctions/auction-model';
import { sessionName } from '@/features/exchange/event-model';
import { useCan } from '@/features/session/session-context';
import { Dialog } from '@/ui/dialog';
import { plural } from '@/ui/format';
import { Badge, Empty, ProblemNote, Waiting } from '@/ui/states';
import { tell } from '@/ui/tell';
import { shortDay } from '@/ui/time';
import { submitReady } from '../api';
import { inOrder, isReady, OUTCOME, result } from '../ready-model';
import classes from './submit-ready.module.css';

/** Everything that is ready for these gates, with one key. Only gates that are open count. */
export function SubmitReady({ auctions }: { auctions: readonly Auction[] }) {
  const maySubmit = useCan('bids:submit');
  const [open, setOpen] = useState(false);
  const gates = auctions.filter(isGateOpen);
  useShiftS(() => setOpen(maySubmit && gates.length > 0));
  if (!maySubmit || gates.length === 0) return null;
  return (
    <>
      <Tooltip label="Submit every bid that has no faults (Shift+S)">
        <Button
          size="compact-xs"
          aria-keyshortcuts="Shift+S"
          onClick={() => setOpen(true)}
          data-testid="submit-ready"
        >
          Submit all that is ready
        </Button>
      </Tooltip>
      {open && <ReadyDialog auctions={gates} onClose={() => setOpen(false)} />}
    </>
  );
}

const nameOf = (auction: Auction): string =>
  `${sessionName(auction.marketCode, auction.session)} ${shortDay(auction.deliveryDay)}`;

function ReadyDialog({ auctions, onClose }: { auctions: Auction[]; onClose: () => void }) {
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const looks = useQueries({
    queries: auctions.map((auction) => ({
      queryKey: ['ready-bids', auction.id, key],
      queryFn: () => submitReady({ auctionId: auction.id, dryRun: true, key: `look-${key}` }),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    })),
  });
  const send = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: async () => {
      const answers: ReadyBid[] = [];
      for (const [i, auction] of auctions.entries())
        if (looks[i]?.data?.items.some(isReady))
          answers.push(...(await submitReady({ auctionId: auction.id, dryRun: false, key })).items);
      return answers;
    },
    onSuccess: (bids) => {
      tell(`${result(bids)}.`, bids.some((b) => b.outcome === 'refused') ? 'yellow' : 'green');
      if (bids.every((b) => b.outcome !== 'refused')) onClose();
    },
    onSettled: () => {
      for (const touched of ['bids', 'exchange', 'gates'])
        void queries.invalidateQueries({ queryKey: [touched] });
    },
  });
  const ready = looks.flatMap((look) => look.data?.items ?? []).filter(isReady).length;
  const waiting = looks.some((look) => look.isPending);
  const failed = looks.find((look) => look.error)?.error;
  const sent = send.data;
  const clockWarning = looks.find((look) => look.data?.clockWarning)?.data?.clockWarning;
  return (
    <Dialog title="Submit all that is ready" opened onClose={onClose} size="lg">
      <Stack gap="sm">
        {waiting && <Waiting rows={4} />}
        {failed && <ProblemNote error={failed} />}
        {clockWarning && (
          <p className={classes.clock} role="alert">
            {clockWarning}
          </p>
        )}
        {sent ? (
          <BidList bids={sent} />
        ) : (
          auctions.map((auction, i) => {
            const bids = looks[i]?.data?.items ?? [];
            return (
              bids.length > 0 && (
                <section key={auction.id} aria-label={nameOf(auction)}>
                  <h3 className={classes.gate}>{nameOf(auction)}</h3>
                  <BidList bids={bids} />
                </section>
              )
            );
          })
        )}
        {!waiting && !failed && !sent && looks.every((look) => look.data?.items.length === 0) && (
          <Empty title="There is no bid in an open gate">Write one first; then it can be submitted.</Empty>
        )}
        {send.error && <ProblemNote error={send.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sent ? 'Close' : 'Not now'}
          </Button>
          {!sent && (
            <Button
              data-autofocus
              loading={send.isPending}
              disabled={waiting || ready === 0}
              onClick={() => send.mutate()}
            >
              Submit {plural(ready, 'bid')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

function BidList({ bids }: { bids: readonly ReadyBid[] }) {
  return (
    <ul className={classes.bids} data-testid="ready-bids">
      {inOrder(bids).map((bid) => (
        <li key={bid.bidId}>
          <Badge tone={OUTCOME[bid.outcome].tone} dot>
            {OUTCOME[bid.outcome].text}
          </Badge>
          <span>
            {bid.assetName} {bid.side}
            {bid.label && <span className="dim"> {bid.label}</span>}
          </span>
          {bid.faults.map((f) => (
            <p key={f.field + f.code}>{f.message}</p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Shift+S anywhere but where text is entered. */
function useShiftS(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (!e.shiftKey || e.ctrlKey || e.metaKey || e.altKey || e.code !== 'KeyS') return;
      const at = e.target as HTMLElement;
      if (at.isContentEditable || at.closest('input, textarea, select, [role="dialog"]')) return;
      e.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
