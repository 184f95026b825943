'use client';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useState } from 'react';
import type { Auction, DeliveryBlock } from '@/api/types';
import { isGateOpen } from '@/features/auctions/auction-model';
import { blockSpan } from '@/features/results/block-span';
import { useCan } from '@/features/session/session-context';
import { Icon } from '@/ui/icons';
import { Panel } from '@/ui/panel';
import { Badge, Empty } from '@/ui/states';
import { capability, standing } from '../bid-model';
import { MAX_POINTS, pointsOf, withPoints } from '../sheet-model';
import { useBidDraft } from '../use-bid-draft';
import { BidFoot } from './bid-foot';
import { BidFormRow } from './bid-form-row';
import { BidGrid } from './bid-grid';
import classes from './bid-panel.module.css';
import { FaultList } from './fault-list';
import { QuickFill } from './quick-fill';

interface Props {
  auction: Auction;
  blocks: DeliveryBlock[] | undefined;
  lastPrices: Record<string, (number | null)[]>;
  bidId: string | null;
  onBid: (id: string | null) => void;
  onBlock: (block: number) => void;
}

export function BidPanel({ auction, blocks, lastPrices, bidId, onBid, onBlock }: Props) {
  const mayWrite = useCan('bids:write');
  const open = isGateOpen(auction);
  const draft = useBidDraft(auction, bidId, mayWrite && open, onBid);
  const readOnly = !mayWrite || !open || draft.bid?.state === 'withdrawn';
  const [jump, setJump] = useState(0);
  const { grid, dispatch, bid } = draft;
  const points = pointsOf(grid.sheet);
  const asset = draft.assets?.find((a) => a.id === draft.form.assetId);
  const state = bid ? standing(bid) : null;
  const starts = Array.from({ length: auction.blockCount }, (_, i) =>
    blockSpan(i + 1, blocks, auction, true),
  );

  const goTo = (index: number) => {
    const f = draft.faults[index];
    if (!f) return;
    setJump(index);
    if (f.row !== null) {
      dispatch({ type: 'move', row: f.row, column: f.column ?? 0 });
      document.querySelector<HTMLElement>(`[data-cell="${f.row}-${f.column ?? 0}"]`)?.focus();
    }
  };

  return (
    <Panel
      title={bid ? 'Bid' : 'New bid'}
      bare
      testId="bid-panel"
      meta={
        bid && state ? (
          <>
            <Badge tone={state.tone} dot>
              <span data-testid="bid-state">{state.text}</span>
            </Badge>{' '}
            v{bid.versionNumber}
            {draft.dirty ? ' · changed, not saved' : ''}
          </>
        ) : draft.dirty ? (
          'not saved'
        ) : undefined
      }
      actions={
        <>
          <Tooltip label="Undo (Ctrl+Z)">
            <ActionIcon
              aria-label="Undo"
              disabled={readOnly || grid.past.length === 0}
              onClick={() => dispatch({ type: 'undo' })}
            >
              <Icon name="undo" size={13} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Redo (Ctrl+Y)">
            <ActionIcon
              aria-label="Redo"
              disabled={readOnly || grid.future.length === 0}
              onClick={() => dispatch({ type: 'redo' })}
            >
              <Icon name="redo" size={13} />
            </ActionIcon>
          </Tooltip>
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<Icon name="plus" size={11} />}
            disabled={readOnly || points >= MAX_POINTS}
            onClick={() => dispatch({ type: 'write', sheet: withPoints(grid.sheet, points + 1) })}
          >
            Point
          </Button>
          <QuickFill
            disabled={readOnly}
            blockCount={auction.blockCount}
            quantity={asset ? capability(asset, draft.form.side) : 0}
            side={draft.form.side}
            market={auction.marketCode}
            day={auction.deliveryDay}
            sheet={grid.sheet}
            onFill={(sheet) => dispatch({ type: 'write', sheet })}
          />
          {bidId !== null && mayWrite && (
            <Button variant="default" size="compact-xs" onClick={() => onBid(null)}>
              New bid
            </Button>
          )}
        </>
      }
    >
      {draft.assets?.length === 0 ? (
        <Empty title="No asset to bid for">
          Add an asset under Assets first; a bid is always made for one.
        </Empty>
      ) : (
        <>
          <BidFormRow auction={auction} draft={draft} readOnly={readOnly} />
          {!open && (
            <p className={classes.notice}>
              The gate is closed; this is what was offered.{' '}
              {mayWrite && 'Reopen the auction to change or add bids.'}
            </p>
          )}
          <BidGrid
            state={grid}
            dispatch={dispatch}
            faults={draft.cellFaults}
            starts={starts}
            lastPrices={lastPrices[draft.form.areaCode] ?? []}
            currency={auction.currency}
            readOnly={readOnly}
            onRow={(row) => onBlock(row + 1)}
          />
          {draft.faults.length > 0 && <FaultList faults={draft.faults} current={jump} onGo={goTo} />}
          <BidFoot auction={auction} draft={draft} readOnly={readOnly} />
        </>
      )}
    </Panel>
  );
}
