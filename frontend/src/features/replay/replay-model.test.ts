import { describe, expect, it } from 'vitest';
import { ApiProblem } from '@/api/problem';
import type { BidBlockOrder } from '@/api/types';
import { rowsOf as orderRowsOf } from '@/features/bids/block-orders';
import {
  bestOf,
  differences,
  emptyRows,
  faultOrders,
  faultRows,
  filled,
  largest,
  NO_SWEEP,
  orderChanges,
  otherwise,
  type ReplayForm,
  requestOf,
  rowsOf,
  scaled,
  shifted,
} from './replay-model';

const bid = {
  blocks: [
    { block: 1, points: [{ price: 10, quantity: 50 }] },
    {
      block: 2,
      points: [
        { price: 10, quantity: 20 },
        { price: 30, quantity: 50 },
      ],
    },
  ],
  blockOrders: [],
};
const order = (id: string, price: number, parent?: string): BidBlockOrder => ({
  id,
  profile: [
    { block: 2, quantity: 10 },
    { block: 1, quantity: 10 },
  ],
  price,
  minimumAcceptanceRatio: 1,
  ...(parent ? { parent } : {}),
  flexible: false,
});
const form = (change: Partial<ReplayForm>): ReplayForm => ({
  bidId: 'b',
  areaCode: 'NORD',
  side: 'sell',
  withdraw: false,
  rows: rowsOf(bid),
  orders: [],
  sweep: NO_SWEEP,
  ...change,
});

describe('a replay request', () => {
  it('names only the blocks that differ', () => {
    const rows = rowsOf(bid);
    expect(rows).toHaveLength(3);
    expect(requestOf(form({}), bid)).toEqual({ changes: [{ bidId: 'b', blocks: [] }] });
    const less = rows.map((r, i) => (i === 0 ? { ...r, quantity: 30 } : r));
    expect(requestOf(form({ rows: less }), bid).changes[0]?.blocks).toEqual([
      { block: 1, points: [{ price: 10, quantity: 30 }] },
    ]);
  });

  it('empties a block whose rows were cleared', () => {
    const rows = rowsOf(bid).map((r) => (r.block === 1 ? { ...r, price: null, quantity: null } : r));
    expect(requestOf(form({ rows }), bid).changes[0]?.blocks).toEqual([{ block: 1, points: [] }]);
  });

  it('takes a whole bid back', () => {
    expect(requestOf(form({ withdraw: true }), bid)).toEqual({
      changes: [{ bidId: 'b', blocks: [], withdraw: true }],
    });
  });

  it('adds a bid that was never made, with its sweep', () => {
    const rows = emptyRows({ firstBlock: 5, blockCount: 2 });
    const made = requestOf(
      form({
        bidId: null,
        rows: filled(rows.slice(0, 1), 7, 40).concat(rows.slice(1)),
        sweep: { order: '', parameter: 'quantity', from: 0, to: 100, step: 50 },
      }),
      null,
    );
    expect(made).toEqual({
      changes: [
        { areaCode: 'NORD', side: 'sell', blocks: [{ block: 5, points: [{ price: 7, quantity: 40 }] }] },
      ],
      sweep: { change: 0, parameter: 'quantity', from: 0, to: 100, step: 50 },
    });
  });
});

describe('block orders of a replay', () => {
  const was = [order('base', 20), order('child', 30, 'base')];

  it('are named only where they differ', () => {
    expect(orderChanges(was, [order('base', 20), order('child', 31, 'base')])).toEqual([
      order('child', 31, 'base'),
    ]);
    expect(orderChanges(was, [order('base', 20), order('new', 5)])).toEqual([
      { id: 'child', withdraw: true },
      order('new', 5),
    ]);
    const evening = { ...order('base', 20), profile: [{ block: 1, quantity: 10 }] };
    expect(orderChanges([order('base', 20)], [evening])).toEqual([evening]);
    expect(orderChanges(was, [order('base', 20), order('base', 20)])).toHaveLength(3);
  });

  it('go into the request with the one that is moved', () => {
    const rows = orderRowsOf(was).map((r) => (r.id === 'base' ? { ...r, price: '25' } : r));
    expect(
      requestOf(
        form({
          rows: [],
          orders: rows,
          sweep: { order: 'base', parameter: 'price', from: 0, to: 50, step: 5 },
        }),
        { blocks: [], blockOrders: was },
      ),
    ).toEqual({
      changes: [
        {
          bidId: 'b',
          blocks: [],
          blockOrders: [
            {
              id: 'base',
              profile: [
                { block: 1, quantity: 10 },
                { block: 2, quantity: 10 },
              ],
              price: 25,
              minimumAcceptanceRatio: 1,
              flexible: false,
            },
          ],
        },
      ],
      sweep: { change: 0, parameter: 'price', from: 0, to: 50, step: 5, blockOrder: 'base' },
    });
  });

  it('that are refused are marked, a missing parent at its children', () => {
    const rows = orderRowsOf([order('child', 30, 'base'), order('new', 5)]);
    const request = requestOf(form({ rows: [], orders: rows }), { blocks: [], blockOrders: was });
    expect(request.changes[0]?.blockOrders?.map((o) => o.id)).toEqual(['base', 'new']);
    const problem = new ApiProblem(
      422,
      'validation_failed',
      '',
      null,
      null,
      [
        { field: '/changes/0/blockOrders/0/withdraw', code: 'unknown_parent', message: 'Linked.' },
        { field: '/changes/0/blockOrders/1/price', code: 'tick', message: 'Not on the tick.' },
        { field: '/changes/0/blockOrders/1/id', code: 'name', message: 'No name.' },
      ],
      null,
    );
    expect([...faultOrders(problem, request, rows)]).toEqual([
      [0, 'Linked.'],
      [1, 'Not on the tick. No name.'],
    ]);
  });

  it('are decided otherwise where decision or share differs', () => {
    const result = {
      price: 1,
      decision: 'accepted' as const,
      ratio: 1,
      offeredMwh: 1,
      acceptedMwh: 1,
      revenue: 1,
    };
    expect(otherwise({ before: result, after: { ...result, price: 2, revenue: 3 } })).toBe(false);
    expect(otherwise({ before: result, after: { ...result, ratio: 0.5 } })).toBe(true);
    expect(otherwise({ after: result })).toBe(true);
  });
});

describe('typing aids', () => {
  it('scale quantities to the kilowatt and shift prices', () => {
    expect(scaled(rowsOf(bid), 33.3).map((r) => r.quantity)).toEqual([16.65, 6.66, 16.65]);
    expect(shifted(rowsOf(bid), 0.1).map((r) => r.price)).toEqual([10.1, 10.1, 30.1]);
  });
});

describe('a refused replay', () => {
  it('marks the very rows', () => {
    const rows = rowsOf(bid).map((r) => (r.block === 2 ? { ...r, quantity: (r.quantity ?? 0) + 1 } : r));
    const request = requestOf(form({ rows }), bid);
    const problem = new ApiProblem(
      422,
      'validation_failed',
      '',
      null,
      null,
      [
        { field: '/changes/0/blocks/0/points/1/price', code: 'tick', message: 'Not on the tick.' },
        { field: '/sweep/to', code: 'range', message: 'Below.' },
      ],
      null,
    );
    expect([...faultRows(problem, request, rows)]).toEqual([[2, 'Not on the tick.']]);
  });
});

describe('what came of it', () => {
  it('is told by differences', () => {
    const area = { area: 'NORD', before: [20, 20], after: [20, 50], without: [50, 50] };
    expect(differences(area, 'before')).toEqual([0, 30]);
    expect(differences(area, 'without')).toEqual([-30, 0]);
    expect(largest([0, 30, -40], 5)).toEqual({ block: 7, value: -40 });
  });

  it('earns most at one point', () => {
    expect(bestOf([{ revenue: 1 }, { revenue: 3 }, { revenue: 3 }])).toEqual({ revenue: 3 });
    expect(bestOf([])).toBeUndefined();
  });
});
