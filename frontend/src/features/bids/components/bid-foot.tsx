'use client';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { Auction } from '@/api/types';
import { useCan } from '@/features/session/session-context';
import { figure, money, plural } from '@/ui/format';
import { valueRange } from '../curve-hints';
import { selectionOf } from '../sheet-history';
import { rowQuantity } from '../sheet-model';
import type { BidDraft } from '../use-bid-draft';
import classes from './bid-panel.module.css';

export function BidFoot({
  auction,
  draft,
  readOnly,
}: {
  auction: Auction;
  draft: BidDraft;
  readOnly: boolean;
}) {
  const maySubmit = useCan('bids:submit');
  const [asking, setAsking] = useState(false);
  const { bid, grid } = draft;
  const hours = auction.blockMinutes / 60;
  const energy = grid.sheet.reduce((n, row) => n + rowQuantity(row), 0) * hours;
  const value = valueRange(grid.sheet, hours);
  const picked = selectionOf(grid);
  // Prices and quantities have no sum together.
  const values = (picked.c0 === picked.c1 ? grid.sheet.slice(picked.r0, picked.r1 + 1) : [])
    .map((row) => row[picked.c0] ?? null)
    .filter((v): v is number => v !== null);
  const busy =
    draft.save.isPending || draft.submit.isPending || draft.askApproval.isPending || draft.cancel.isPending;
  const empty = !draft.offers;
  const waits = (draft.faults.length > 0 && !draft.mayTryAgain) || draft.unfinished;
  const stands = bid !== null && bid.state !== 'withdrawn';

  return (
    <footer className={classes.foot}>
      <span>
        <b>{figure(energy, 1)}</b> MWh · {plural(draft.blocks.length, 'block')}
        {draft.orders.length > 0 && ` · ${plural(draft.orders.length, 'block order')}`}
      </span>
      {value && (
        <span title="At the bid's own prices, from each block's first point to its last">
          <b>{money(value.least, auction.currency, 0)}</b> … <b>{money(value.most, auction.currency, 0)}</b>
        </span>
      )}
      {values.length > 1 && (
        <span>
          Sum{' '}
          <b>
            {figure(
              values.reduce((a, b) => a + b, 0),
              1,
            )}
          </b>{' '}
          Avg <b>{figure(values.reduce((a, b) => a + b, 0) / values.length, 2)}</b>
        </span>
      )}
      <Verdict draft={draft} empty={empty} />
      <span className="spacer" />
      {!readOnly && (
        <>
          {stands && (
            <Button variant="subtle" color="red" disabled={busy} onClick={() => setAsking(true)}>
              {bid.submission ? 'Withdraw' : 'Discard'}
            </Button>
          )}
          <Button
            variant="default"
            disabled={busy || empty || !draft.dirty || waits}
            loading={draft.save.isPending}
            onClick={() => draft.save.mutate()}
          >
            Save draft
          </Button>
          {draft.needsApproval && (
            <Button
              disabled={busy}
              loading={draft.askApproval.isPending}
              onClick={() => draft.askApproval.mutate()}
            >
              Ask for approval
            </Button>
          )}
          {maySubmit && !draft.needsApproval && (
            <Button
              disabled={
                busy ||
                empty ||
                draft.submitted ||
                draft.awaited ||
                draft.waitsForApproval ||
                waits ||
                draft.checking
              }
              loading={draft.submit.isPending}
              onClick={() => draft.submit.mutate()}
            >
              {draft.waitsForApproval
                ? 'Waits for approval'
                : draft.awaited
                  ? 'Waits for the exchange'
                  : draft.submitted
                    ? 'Submitted'
                    : bid?.submission
                      ? 'Amend and submit'
                      : 'Submit'}
            </Button>
          )}
        </>
      )}
      <Modal opened={asking} onClose={() => setAsking(false)} title="Withdraw this bid?">
        <Text size="sm" mb="md">
          It will not take part when the auction clears. Its versions stay on record.
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={() => setAsking(false)}>
            Keep it
          </Button>
          <Button
            color="red"
            data-autofocus
            loading={draft.cancel.isPending}
            onClick={() => bid && draft.cancel.mutate(bid, { onSettled: () => setAsking(false) })}
          >
            Withdraw
          </Button>
        </Group>
      </Modal>
    </footer>
  );
}

function Verdict({ draft, empty }: { draft: BidDraft; empty: boolean }) {
  if (empty && draft.faults.length === 0) return null;
  const n = draft.faults.length;
  return (
    <span role="status" data-testid="bid-verdict" className={n ? 'down' : draft.validated ? 'up' : 'dim'}>
      {n
        ? draft.needsApproval
          ? 'Needs approval'
          : plural(n, 'error')
        : draft.validationError
          ? 'Not checked: no answer'
          : draft.checking
            ? 'Checking…'
            : draft.validated
              ? 'Valid'
              : ''}
    </span>
  );
}
