import { describe, expect, it } from 'vitest';
import { ApiProblem } from '@/api/problem';
import {
  bestOf,
  differences,
  emptyRows,
  faultRows,
  filled,
  largest,
  NO_SWEEP,
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
};
const form = (change: Partial<ReplayForm>): ReplayForm => ({
  bidId: 'b',
  areaCode: 'NORD',
  side: 'sell',
  withdraw: false,
  rows: rowsOf(bid),
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
        sweep: { parameter: 'quantity', from: 0, to: 100, step: 50 },
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
