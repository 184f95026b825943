import { describe, expect, it } from 'vitest';
import { faultsByCell, gaps, needsApproval, placeFaults } from './fault-model';
import { emptySheet, parseTsv, toBlocks, write } from './sheet-model';

const at = (r0: number, c0: number) => ({ r0, c0, r1: r0, c1: c0 });
const sheet = write(
  write(emptySheet(24), at(4, 0), parseTsv('10\t100\t\t\t9\t120')).sheet,
  at(9, 2),
  parseTsv('5\t50'),
).sheet;
const { blocks, origin } = toBlocks(sheet);
const place = (field: string) =>
  placeFaults([{ field, code: 'tick', message: 'Not a tick' }], blocks, origin)[0];

describe('finding the cell of a JSON pointer', () => {
  it('goes by what was sent, not by row number', () => {
    expect(place('/blocks/1/points/0/price')).toMatchObject({
      row: 9,
      column: 2,
      where: 'Block 10, point 2 price',
    });
  });
  it('skips the empty point between two filled ones', () => {
    expect(place('/blocks/0/points/1/quantity')).toMatchObject({ row: 4, column: 5 });
  });
  it('places a fault of a whole block on its row', () => {
    expect(place('/blocks/0')).toMatchObject({ row: 4, column: null, where: 'Block 5' });
    expect(place('/blocks/0/block')).toMatchObject({ row: 4, column: null });
  });
  it('places others on their field', () => {
    expect(place('/areaCode')).toMatchObject({ row: null, field: 'areaCode', where: 'Area' });
    expect(place('')).toMatchObject({ row: null, where: 'Bid' });
  });
  it('does not lose a pointer to a block that was never sent', () => {
    expect(place('/blocks/7/points/0/price')).toMatchObject({ row: null, field: 'blocks' });
  });
});

describe('marking cells', () => {
  it('joins several faults of one cell and marks a whole row’s filled cells', () => {
    const placed = placeFaults(
      [
        { field: '/blocks/0/points/0/price', code: 'tick', message: 'A' },
        { field: '/blocks/0/points/0/price', code: 'price_limit', message: 'B' },
        { field: '/blocks/1', code: 'unknown_block', message: 'C' },
      ],
      blocks,
      origin,
    );
    const cells = faultsByCell(placed, sheet);
    expect(cells.get(4)).toEqual({ 0: 'A\nB' });
    expect(cells.get(9)).toEqual({ 2: 'C', 3: 'C' });
  });

  it('names the missing half of a point before anything is sent', () => {
    const half = write(emptySheet(24), at(0, 0), parseTsv('10\t\t\t20')).sheet;
    expect(gaps(half).map((g) => [g.row, g.column, g.code])).toEqual([
      [0, 1, 'required'],
      [0, 2, 'required'],
    ]);
  });
});

describe('a second pair of eyes', () => {
  const refused = (...codes: string[]) =>
    placeFaults(
      codes.map((code) => ({ field: '', code, message: code })),
      blocks,
      origin,
    );
  it('is all that is lacking only where nothing else is', () => {
    expect(needsApproval(refused('approval_required', 'approval_required'))).toBe(true);
    expect(needsApproval(refused('approval_required', 'limit_exceeded'))).toBe(false);
    expect(needsApproval([])).toBe(false);
    expect(refused('approval_required')[0]?.where).toBe('Bid');
  });
});
