import { describe, expect, it } from 'vitest';
import { reduceGrid, selectionOf, startState } from './sheet-history';
import { emptySheet, withPoints, write } from './sheet-model';

const start = startState(emptySheet(24));
const typed = write(start.sheet, { r0: 0, c0: 0, r1: 0, c1: 0 }, [['5']]).sheet;

describe('the grid’s state', () => {
  it('undoes and redoes, and forgets the future at a new entry', () => {
    const one = reduceGrid(start, { type: 'write', sheet: typed });
    const back = reduceGrid(one, { type: 'undo' });
    expect(back.sheet).toBe(start.sheet);
    expect(reduceGrid(back, { type: 'redo' }).sheet).toBe(typed);
    expect(reduceGrid(back, { type: 'write', sheet: typed }).future).toEqual([]);
  });

  it('keeps the anchor while extending and clamps at the edges', () => {
    const s = reduceGrid(reduceGrid(start, { type: 'move', row: 2, column: 1 }), {
      type: 'move',
      row: -5,
      column: 99,
      extend: true,
    });
    expect(selectionOf(s)).toEqual({ r0: 0, c0: 1, r1: 2, c1: 5 });
  });

  it('brings the cursor back inside when an added point is undone', () => {
    const wider = reduceGrid(start, { type: 'write', sheet: withPoints(start.sheet, 4) });
    const there = reduceGrid(wider, { type: 'move', row: 0, column: 7 });
    expect(reduceGrid(there, { type: 'undo' }).column).toBe(5);
  });

  it('undoing at the beginning changes nothing', () =>
    expect(reduceGrid(start, { type: 'undo' })).toBe(start));
});
