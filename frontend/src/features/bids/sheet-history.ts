import type { Range, Sheet } from './sheet-model';
import { columnsOf } from './sheet-model';

/** Sheet, cursor, selection and undo: everything the grid's keys change. */
export interface GridState {
  sheet: Sheet;
  past: readonly Sheet[];
  future: readonly Sheet[];
  row: number;
  column: number;
  anchorRow: number;
  anchorColumn: number;
  /** Text in the open cell; null while none is open. */
  edit: string | null;
}

export type GridAction =
  | { type: 'move'; row: number; column: number; extend?: boolean }
  | { type: 'select'; range: Range }
  | { type: 'edit'; text: string | null }
  | { type: 'write'; sheet: Sheet }
  | { type: 'load'; sheet: Sheet }
  | { type: 'undo' }
  | { type: 'redo' };

const DEPTH = 200;

const clamp = (n: number, hi: number): number => Math.max(0, Math.min(hi, n));

export const startState = (sheet: Sheet): GridState => ({
  sheet,
  past: [],
  future: [],
  row: 0,
  column: 0,
  anchorRow: 0,
  anchorColumn: 0,
  edit: null,
});

export const selectionOf = (s: GridState): Range => ({
  r0: Math.min(s.row, s.anchorRow),
  r1: Math.max(s.row, s.anchorRow),
  c0: Math.min(s.column, s.anchorColumn),
  c1: Math.max(s.column, s.anchorColumn),
});

export function reduceGrid(s: GridState, a: GridAction): GridState {
  const lastRow = s.sheet.length - 1;
  const lastColumn = columnsOf(s.sheet) - 1;
  switch (a.type) {
    case 'move': {
      const row = clamp(a.row, lastRow);
      const column = clamp(a.column, lastColumn);
      return {
        ...s,
        row,
        column,
        anchorRow: a.extend ? s.anchorRow : row,
        anchorColumn: a.extend ? s.anchorColumn : column,
        edit: null,
      };
    }
    case 'select':
      return {
        ...s,
        anchorRow: clamp(a.range.r0, lastRow),
        anchorColumn: clamp(a.range.c0, lastColumn),
        row: clamp(a.range.r1, lastRow),
        column: clamp(a.range.c1, lastColumn),
        edit: null,
      };
    case 'edit':
      return { ...s, edit: a.text };
    case 'write':
      return within({
        ...s,
        sheet: a.sheet,
        past: [...s.past.slice(1 - DEPTH), s.sheet],
        future: [],
        edit: null,
      });
    case 'load':
      return startState(a.sheet);
    case 'undo': {
      const sheet = s.past.at(-1);
      return sheet
        ? within({ ...s, sheet, past: s.past.slice(0, -1), future: [s.sheet, ...s.future], edit: null })
        : s;
    }
    case 'redo': {
      const sheet = s.future[0];
      return sheet
        ? within({ ...s, sheet, past: [...s.past, s.sheet], future: s.future.slice(1), edit: null })
        : s;
    }
  }
}

/** An undone "add point" may leave the cursor outside. */
function within(s: GridState): GridState {
  const hi = columnsOf(s.sheet) - 1;
  return { ...s, column: clamp(s.column, hi), anchorColumn: clamp(s.anchorColumn, hi) };
}
