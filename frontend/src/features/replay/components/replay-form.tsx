'use client';
import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { ApiProblem } from '@/api/problem';
import type { Auction, Bid, DeliveryBlock, Replay, ReplayRequest } from '@/api/types';
import { assetsQuery } from '@/features/assets/api';
import { peakQuantity } from '@/features/bids/bid-model';
import { rowsOf as orderRowsOf, toOrders } from '@/features/bids/block-orders';
import { BlockOrderRows } from '@/features/bids/components/block-order-list';
import { figure } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { ProblemNote } from '@/ui/states';
import { makeReplay } from '../api';
import {
  emptyRows,
  faultOrders,
  faultRows,
  NO_SWEEP,
  type ReplayForm,
  requestOf,
  rowsOf,
} from '../replay-model';
import { CurveRows } from './curve-rows';
import classes from './replay.module.css';
import { SweepFields } from './sweep-fields';

interface Props {
  auction: Auction;
  blocks: DeliveryBlock[] | undefined;
  /** Own bids that took part in the latest run. */
  bids: Bid[];
  onMade: (replay: Replay) => void;
}

const NEW = 'new';

export function ReplayFormPanel({ auction, blocks, bids, onMade }: Props) {
  const queries = useQueryClient();
  const assets = useQuery(assetsQuery).data;
  const keys = useRef(new IntentKeys());
  const formOf = (bid: Bid | undefined): ReplayForm => ({
    bidId: bid?.id ?? null,
    areaCode: bid?.areaCode ?? auction.areas[0] ?? '',
    side: bid?.side ?? 'sell',
    withdraw: false,
    rows: bid && bid.blocks.length > 0 ? rowsOf(bid) : emptyRows(auction),
    orders: orderRowsOf(bid?.blockOrders ?? []),
    sweep: NO_SWEEP,
  });
  const [form, setForm] = useState<ReplayForm>(() => formOf(bids[0]));
  const bid = bids.find((b) => b.id === form.bidId) ?? null;
  const set = (change: Partial<ReplayForm>) => setForm((f) => ({ ...f, ...change }));
  const [sent, setSent] = useState<ReplayRequest | null>(null);
  const make = useMutation({
    mutationFn: makeReplay,
    meta: { problemShownInPlace: true },
    onSuccess: (made) => {
      keys.current.settled();
      void queries.invalidateQueries({ queryKey: ['auctions', auction.id, 'replays'], exact: true });
      onMade(made);
    },
  });
  const problem = make.error instanceof ApiProblem ? make.error : null;
  const { gaps } = toOrders(form.orders);
  const [unfinished, setUnfinished] = useState(false);
  const replay = () => {
    setUnfinished(gaps.size > 0 && !form.withdraw);
    if (gaps.size > 0 && !form.withdraw) return;
    const request = requestOf(form, bid);
    setSent(request);
    make.mutate({ auctionId: auction.id, request, key: keys.current.keyFor([auction.latestRunId, request]) });
  };
  const name = (b: Bid) =>
    `${assets?.find((a) => a.id === b.assetId)?.name ?? 'Asset'} · ${b.areaCode} · ${b.side} up to ${figure(peakQuantity(b), 1)} MW`;

  return (
    <Panel title="What should have been otherwise" testId="replay-form">
      <form
        className={classes.form}
        onSubmit={(e) => {
          e.preventDefault();
          replay();
        }}
      >
        <Select
          label="Bid"
          data={[
            ...bids.map((b) => ({ value: b.id, label: name(b) })),
            { value: NEW, label: 'A bid that was never made' },
          ]}
          value={form.bidId ?? NEW}
          onChange={(v) => v && setForm(formOf(bids.find((b) => b.id === v)))}
        />
        {bid ? (
          <Checkbox
            label="Take the bid back as a whole"
            checked={form.withdraw}
            onChange={(e) => set({ withdraw: e.currentTarget.checked, sweep: NO_SWEEP })}
          />
        ) : (
          <div className={classes.pair}>
            <Select
              label="Area"
              data={auction.areas}
              value={form.areaCode}
              onChange={(v) => v && set({ areaCode: v })}
            />
            <SegmentedControl
              aria-label="Side"
              value={form.side}
              onChange={(v) => set({ side: v as 'buy' | 'sell' })}
              data={[
                { value: 'sell', label: 'Sell' },
                { value: 'buy', label: 'Buy' },
              ]}
            />
          </div>
        )}
        {!form.withdraw && (
          <>
            <CurveRows
              auction={auction}
              blocks={blocks}
              rows={form.rows}
              wrong={faultRows(problem, sent, form.rows)}
              onRows={(rows) => set({ rows })}
            />
            <fieldset className={classes.sweep}>
              <legend>Block orders</legend>
              <BlockOrderRows
                orders={form.orders}
                faults={unfinished ? gaps : faultOrders(problem, sent, form.orders)}
                onOrders={(orders) => set({ orders })}
              />
            </fieldset>
            <SweepFields
              sweep={form.sweep}
              currency={auction.currency}
              curve={form.rows.some((r) => r.price !== null && r.quantity !== null)}
              orders={form.orders.map((o) => o.id.trim()).filter(Boolean)}
              onSweep={(sweep) => set({ sweep })}
            />
          </>
        )}
        {make.error && <ProblemNote error={make.error} />}
        <Button type="submit" loading={make.isPending}>
          Replay the day
        </Button>
      </form>
    </Panel>
  );
}
