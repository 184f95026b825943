import type { ApiProblem } from '@/api/problem';
import type {
  Bid,
  BidBlock,
  BidBlockOrder,
  Replay,
  ReplayAreaPrices,
  ReplayBlockOrderChange,
  ReplayOwnBlockOrder,
  ReplayRequest,
} from '@/api/types';
import { type OrderRow, toOrders } from '@/features/bids/block-orders';

/** One point of a curve as it is typed; quantities are cumulative within a block. */
export interface Row {
  block: number;
  price: number | null;
  quantity: number | null;
}

export interface SweepForm {
  /** Name of the block order that is moved; empty for the curve. */
  order: string;
  parameter: 'none' | 'quantity' | 'price';
  from: number | null;
  to: number | null;
  step: number | null;
}

/** What should have been otherwise, as it is typed. */
export interface ReplayForm {
  /** The own bid it is about; null for one that was never made. */
  bidId: string | null;
  areaCode: string;
  side: 'buy' | 'sell';
  withdraw: boolean;
  rows: Row[];
  orders: OrderRow[];
  sweep: SweepForm;
}

export const NO_SWEEP: SweepForm = { order: '', parameter: 'none', from: 0, to: 500, step: 50 };

/** A bid's points, one row each, so that each can be typed over. */
export const rowsOf = (bid: Pick<Bid, 'blocks'>): Row[] =>
  bid.blocks.flatMap((b) => b.points.map((p) => ({ block: b.block, price: p.price, quantity: p.quantity })));

/** An empty row for each block of an auction. */
export const emptyRows = (auction: { firstBlock: number; blockCount: number }): Row[] =>
  Array.from({ length: auction.blockCount }, (_, i) => ({
    block: auction.firstBlock + i,
    price: null,
    quantity: null,
  }));

/** Rows of one block become its curve; a row without price and quantity says nothing. */
function blocksOf(rows: readonly Row[]): BidBlock[] {
  const blocks = new Map<number, BidBlock>();
  for (const row of rows) {
    const block = blocks.get(row.block) ?? { block: row.block, points: [] };
    blocks.set(row.block, block);
    if (row.price !== null && row.quantity !== null)
      block.points.push({ price: row.price, quantity: row.quantity });
  }
  return [...blocks.values()];
}

const same = (a: BidBlock | undefined, b: BidBlock): boolean =>
  JSON.stringify(a?.points ?? []) === JSON.stringify(b.points);

const saysTheSame = (a: BidBlockOrder | undefined, b: BidBlockOrder): boolean =>
  a !== undefined &&
  JSON.stringify(a.profile.toSorted((p, q) => p.block - q.block).map((p) => [p.block, p.quantity])) ===
    JSON.stringify(b.profile.toSorted((p, q) => p.block - q.block).map((p) => [p.block, p.quantity])) &&
  a.price === b.price &&
  a.minimumAcceptanceRatio === b.minimumAcceptanceRatio &&
  (a.parent ?? '') === (b.parent ?? '') &&
  (a.exclusiveGroup ?? '') === (b.exclusiveGroup ?? '') &&
  a.flexible === b.flexible;

/** What turns a bid's block orders into those typed; a name typed twice is left to be refused. */
export function orderChanges(
  was: readonly BidBlockOrder[],
  typed: readonly BidBlockOrder[],
): ReplayBlockOrderChange[] {
  const names = typed.map((o) => o.id);
  const twice = (id: string) => names.indexOf(id) !== names.lastIndexOf(id);
  return [
    ...was.filter((o) => !names.includes(o.id)).map((o) => ({ id: o.id, withdraw: true })),
    ...typed.filter(
      (o) =>
        twice(o.id) ||
        !saysTheSame(
          was.find((w) => w.id === o.id),
          o,
        ),
    ),
  ];
}

/** Only what differs from the bid is asked about; its other blocks and orders stay as they were. */
export function requestOf(form: ReplayForm, bid: Pick<Bid, 'blocks' | 'blockOrders'> | null): ReplayRequest {
  const typed = blocksOf(form.rows);
  const was = new Map((bid?.blocks ?? []).map((b) => [b.block, b]));
  const blocks = form.bidId
    ? form.withdraw
      ? []
      : typed.filter((b) => !same(was.get(b.block), b))
    : typed.filter((b) => b.points.length > 0);
  const orders = form.withdraw ? [] : orderChanges(bid?.blockOrders ?? [], toOrders(form.orders).orders);
  const blockOrders = orders.length > 0 ? { blockOrders: orders } : {};
  const change = form.bidId
    ? { bidId: form.bidId, blocks, ...blockOrders, ...(form.withdraw ? { withdraw: true } : {}) }
    : { areaCode: form.areaCode, side: form.side, blocks, ...blockOrders };
  const { order, parameter, from, to, step } = form.sweep;
  return {
    changes: [change],
    ...(parameter !== 'none' && from !== null && to !== null && step !== null
      ? { sweep: { change: 0, parameter, from, to, step, ...(order ? { blockOrder: order } : {}) } }
      : {}),
  };
}

/** Row numbers with what is wrong there, from the pointers of a refused request. */
export function faultRows(
  problem: ApiProblem | null,
  request: ReplayRequest | null,
  rows: readonly Row[],
): Map<number, string> {
  const wrong = new Map<number, string>();
  for (const fault of problem?.faults ?? []) {
    const at = /^\/changes\/0\/blocks\/(\d+)(?:\/points\/(\d+))?/.exec(fault.field);
    const block = at ? request?.changes[0]?.blocks[Number(at[1])]?.block : undefined;
    if (!at || block === undefined) continue;
    const ofBlock = rows.flatMap((r, i) =>
      r.block === block && r.price !== null && r.quantity !== null ? [i] : [],
    );
    const row = ofBlock[Number(at[2] ?? 0)];
    if (row !== undefined && !wrong.has(row)) wrong.set(row, fault.message);
  }
  return wrong;
}

/**
 * Rows of block orders with what is wrong there. What is wrong with taking one out is told at the
 * orders linked to it.
 */
export function faultOrders(
  problem: ApiProblem | null,
  request: ReplayRequest | null,
  orders: readonly OrderRow[],
): Map<number, string> {
  const wrong = new Map<number, string>();
  for (const fault of problem?.faults ?? []) {
    const at = /^\/changes\/0\/blockOrders\/(\d+)/.exec(fault.field);
    const change = at ? request?.changes[0]?.blockOrders?.[Number(at[1])] : undefined;
    if (!change) continue;
    // of rows of one name the last: the first of them was taken
    const row = orders.findLastIndex((o) =>
      change.withdraw ? o.parent.trim() === change.id : o.id.trim() === change.id,
    );
    if (row < 0) continue;
    const said = wrong.get(row);
    wrong.set(row, said ? `${said} ${fault.message}` : fault.message);
  }
  return wrong;
}

/** Every row with another quantity, or price, than it had. */
export const scaled = (rows: readonly Row[], percent: number): Row[] =>
  rows.map((r) => ({
    ...r,
    quantity: r.quantity === null ? null : Math.round(r.quantity * percent * 10) / 1000,
  }));

export const shifted = (rows: readonly Row[], by: number): Row[] =>
  rows.map((r) => ({ ...r, price: r.price === null ? null : Math.round((r.price + by) * 1e4) / 1e4 }));

export const filled = (rows: readonly Row[], price: number | null, quantity: number | null): Row[] =>
  rows.map((r) => ({ ...r, price: price ?? r.price, quantity: quantity ?? r.quantity }));

/** What the changes do to prices (after less before), or what the bids' being there does (after less without). */
export const differences = (area: ReplayAreaPrices, than: 'before' | 'without'): number[] =>
  area.after.map((p, i) => p - (area[than][i] ?? p));

/** The difference furthest from zero, with its block. */
export function largest(values: readonly number[], firstBlock: number): { block: number; value: number } {
  let at = 0;
  values.forEach((v, i) => {
    if (Math.abs(v) > Math.abs(values[at] ?? 0)) at = i;
  });
  return { block: firstBlock + at, value: values[at] ?? 0 };
}

/** Revenue of the bids the replay changes, before and after. */
export function changedRevenue(replay: Replay): { before: number; after: number } {
  const changed = replay.outcome.bids.filter((b) => b.change !== undefined && b.change !== null);
  return {
    before: changed.reduce((sum, b) => sum + b.revenueBefore, 0),
    after: changed.reduce((sum, b) => sum + b.revenueAfter, 0),
  };
}

/** Whether a block order is decided, or accepted in part, otherwise than before. */
export const otherwise = ({ before, after }: Pick<ReplayOwnBlockOrder, 'before' | 'after'>): boolean =>
  before?.decision !== after?.decision || before?.ratio !== after?.ratio;

/** The area the replay is about: that of its first changed bid. */
export const areaOf = (replay: Replay): string =>
  replay.outcome.bids.find((b) => b.change === 0)?.areaCode ?? replay.outcome.areas[0]?.area ?? '';

/** The point of a sweep that earns most; the first of several. */
export const bestOf = <P extends { revenue: number }>(points: readonly P[]): P | undefined =>
  points.reduce<P | undefined>(
    (best, p) => (best === undefined || p.revenue > best.revenue ? p : best),
    undefined,
  );
