'use client';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import type { Auction, DeliveryBlock } from '@/api/types';
import { isGateOpen, isImported } from '@/features/auctions/auction-model';
import { blockSpan, blockStarts } from '@/features/results/block-span';
import { rulesQuery } from '@/features/rules/api';
import { useCan } from '@/features/session/session-context';
import { Dialog } from '@/ui/dialog';
import { Icon } from '@/ui/icons';
import { Panel } from '@/ui/panel';
import { Badge, Empty } from '@/ui/states';
import { moment, zoneName } from '@/ui/time';
import { atExchange, capability, fits, standing } from '../bid-model';
import { bidTerms, mostPoints } from '../bid-terms';
import { type CurveHint, hintsOf } from '../curve-hints';
import { selectionOf } from '../sheet-history';
import { pointsOf, withPoints } from '../sheet-model';
import { type BidStart, useBidDraft } from '../use-bid-draft';
import { BidFoot } from './bid-foot';
import { BidFormRow } from './bid-form-row';
import { BidGrid } from './bid-grid';
import { BidMenu } from './bid-menu';
import classes from './bid-panel.module.css';
import { BlockOrderList } from './block-order-list';
import { CloneBid } from './clone-bid';
import { CurvePreview } from './curve-preview';
import { FaultList } from './fault-list';
import { FillMenu } from './fill-menu';
import { QuickFill } from './quick-fill';
import { VersionButton } from './version-panel';

interface Props {
  auction: Auction;
  blocks: DeliveryBlock[] | undefined;
  lastPrices: Record<string, (number | null)[]>;
  bidId: string | null;
  onBid: (id: string | null) => void;
  onBlock: (block: number) => void;
  /** What a new bid begins with; the same object as long as it means the same. */
  start?: BidStart;
}

export function BidPanel({ auction, blocks, lastPrices, bidId, onBid, onBlock, start }: Props) {
  const mayWrite = useCan('bids:write');
  const open = isGateOpen(auction);
  const draft = useBidDraft(auction, bidId, mayWrite && open, onBid, start);
  const rules = useQuery(rulesQuery(auction.marketCode, auction.deliveryDay)).data;
  const terms = useMemo(() => bidTerms(rules), [rules]);
  const readOnly = !mayWrite || !open || draft.bid?.state === 'withdrawn';
  const [jump, setJump] = useState(0);
  const [cloning, setCloning] = useState(false);
  const { grid, dispatch, bid } = draft;
  const points = pointsOf(grid.sheet);
  const asset = draft.assets?.find((a) => a.id === draft.form.assetId);
  const state = bid ? standing(bid) : null;
  const starts = useMemo(() => blockStarts(blocks, auction), [blocks, auction]);
  const zone = zoneName(auction.timeZone, auction.gateClosesAt);
  const { side } = draft.form;
  const hints = useMemo(
    () => grid.sheet.map((row) => hintsOf(row, side, terms.kind)),
    [grid.sheet, side, terms.kind],
  );
  const cellHints = useMemo(() => hintsByCell(hints), [hints]);
  const chosen = auction.firstBlock + grid.row;
  const hours = auction.blockMinutes / 60;

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
          {!readOnly && (
            <>
              <Tooltip label="Undo (Ctrl+Z)">
                <ActionIcon
                  aria-label="Undo"
                  disabled={grid.past.length === 0}
                  onClick={() => dispatch({ type: 'undo' })}
                >
                  <Icon name="undo" size={13} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label="Redo (Ctrl+Y)">
                <ActionIcon
                  aria-label="Redo"
                  disabled={grid.future.length === 0}
                  onClick={() => dispatch({ type: 'redo' })}
                >
                  <Icon name="redo" size={13} />
                </ActionIcon>
              </Tooltip>
              <Button
                variant="default"
                size="compact-xs"
                leftSection={<Icon name="plus" size={11} />}
                disabled={points >= mostPoints(terms)}
                onClick={() => dispatch({ type: 'write', sheet: withPoints(grid.sheet, points + 1) })}
              >
                Point
              </Button>
              <FillMenu
                sheet={grid.sheet}
                selection={selectionOf(grid)}
                firstBlock={auction.firstBlock}
                onFill={(sheet) => dispatch({ type: 'write', sheet })}
              />
              <QuickFill
                firstBlock={auction.firstBlock}
                blockCount={auction.blockCount}
                quantity={asset ? capability(asset, draft.form.side) : 0}
                side={draft.form.side}
                terms={terms}
                sheet={grid.sheet}
                onFill={(sheet) => dispatch({ type: 'write', sheet })}
              />
            </>
          )}
          {bid && <VersionButton bid={bid} timeZone={auction.timeZone} />}
          {bid && mayWrite && readOnly && (
            <Button variant="default" size="compact-xs" onClick={() => setCloning(true)}>
              Clone to…
            </Button>
          )}
          <BidMenu
            auction={auction}
            bid={bid}
            mayWrite={mayWrite && open}
            onBid={onBid}
            onClone={bid && mayWrite && !readOnly ? () => setCloning(true) : undefined}
          />
          {bidId !== null && mayWrite && (
            <Button variant="default" size="compact-xs" onClick={() => onBid(null)}>
              New bid
            </Button>
          )}
        </>
      }
    >
      {bidId === null && draft.assets && !draft.assets.some((a) => fits(a, auction)) ? (
        <Empty title="No asset to bid for">
          A bid is always made for an asset. Add one under Assets, in one of {auction.areas.join(', ')}.
        </Empty>
      ) : (
        <>
          <BidFormRow auction={auction} draft={draft} readOnly={readOnly} />
          {bid && atExchange(bid) !== '' && (
            <p className={classes.held} data-testid="at-exchange">
              {atExchange(bid)}
            </p>
          )}
          {draft.faults.some((f) => f.code === 'no_connection') && (
            <p className={classes.notice}>
              No way to this exchange: the bid can be kept as a draft. An owner or administrator sets one up
              under <Link href="/connections">Exchanges</Link>.
            </p>
          )}
          {bid?.rejection && <p className={classes.notice}>Sent back: {bid.rejection}</p>}
          {!open && (
            <p className={classes.notice}>
              {auction.state === 'scheduled'
                ? `The gate opens at ${moment(auction.gateOpensAt, auction.timeZone)} ${zone}; bids are taken from then on.`
                : 'The gate is closed; this is what was offered.'}{' '}
              {mayWrite && isImported(auction) && 'Reopen the auction to change or add bids.'}
            </p>
          )}
          {/* before the grid, so that Tab leads from the grid to Submit */}
          <BlockOrderList draft={draft} readOnly={readOnly} />
          <BidGrid
            state={grid}
            dispatch={dispatch}
            faults={draft.cellFaults}
            hints={cellHints}
            firstBlock={auction.firstBlock}
            hours={hours}
            zone={zone}
            starts={starts}
            lastPrices={lastPrices[draft.form.areaCode] ?? []}
            currency={auction.currency}
            readOnly={readOnly}
            onRow={(row) => onBlock(auction.firstBlock + row)}
          />
          <CurvePreview
            row={grid.sheet[grid.row] ?? []}
            name={`Block ${chosen}, ${blockSpan(chosen, blocks, auction)} ${zone}`}
            side={side}
            terms={terms}
            hints={hints[grid.row] ?? []}
            currency={auction.currency}
          />
          {draft.faults.length > 0 && <FaultList faults={draft.faults} current={jump} onGo={goTo} />}
          <BidFoot auction={auction} draft={draft} readOnly={readOnly} />
        </>
      )}
      <Dialog opened={cloning && bid !== null} onClose={() => setCloning(false)} title="Clone to…">
        {bid && <CloneBid bid={bid} auction={auction} onOpen={onBid} onClose={() => setCloning(false)} />}
      </Dialog>
    </Panel>
  );
}

function hintsByCell(hints: readonly CurveHint[][]): Map<number, Record<number, string>> {
  const byRow = new Map<number, Record<number, string>>();
  hints.forEach((ofRow, r) => {
    if (ofRow.length > 0) byRow.set(r, Object.fromEntries(ofRow.map((h) => [h.column, h.message])));
  });
  return byRow;
}
