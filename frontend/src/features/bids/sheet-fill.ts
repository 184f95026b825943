import type { Cell, Range, Row, Sheet } from './sheet-model';

const replaceCells = (row: Row, s: Range, cell: (column: number, old: Cell) => Cell): Row =>
  row.map((v, c) => (c >= s.c0 && c <= s.c1 ? cell(c, v) : v));

/** Copies the first row of a selection into the others. */
export function fillDown(sheet: Sheet, s: Range): Sheet {
  const top = sheet[s.r0];
  if (!top) return sheet;
  return sheet.map((row, r) => (r <= s.r0 || r > s.r1 ? row : replaceCells(row, s, (c) => top[c] ?? null)));
}

/** What floating point adds in a run of equal steps is no part of a price or a quantity. */
const rounded = (n: number): number => Number(n.toFixed(6));

/**
 * Goes on in each column as its first two rows begin: 100, 110 becomes 120, 130 …. A column whose second row
 * is empty repeats its first.
 */
export function fillSeries(sheet: Sheet, s: Range): Sheet {
  const first = sheet[s.r0];
  const second = sheet[s.r0 + 1];
  if (!first || !second || s.r1 - s.r0 < 2) return sheet;
  const next = (column: number, steps: number): Cell => {
    const a = first[column] ?? null;
    const b = second[column] ?? null;
    if (a === null) return b;
    return b === null ? a : rounded(a + (b - a) * steps);
  };
  return sheet.map((row, r) =>
    r <= s.r0 || r > s.r1 || (r === s.r0 + 1 && row.slice(s.c0, s.c1 + 1).every((v) => v !== null))
      ? row
      : replaceCells(row, s, (c) => next(c, r - s.r0)),
  );
}

/** One point in every block of a range, and nothing else there. */
export function fillAll(
  sheet: Sheet,
  rows: { from: number; to: number },
  price: number,
  quantity: number,
): Sheet {
  return sheet.map((row, r) =>
    r < rows.from || r > rows.to ? row : row.map((_, c) => (c === 0 ? price : c === 1 ? quantity : null)),
  );
}

export interface RowSpan {
  from: number;
  to: number;
}

/** Copies whole rows into a range, from the beginning again when the range is longer: an hour into a day. */
export function copyRows(sheet: Sheet, source: RowSpan, target: RowSpan): Sheet {
  const rows = sheet.slice(source.from, source.to + 1);
  if (rows.length === 0) return sheet;
  return sheet.map((row, r) =>
    r < target.from || r > target.to ? row : (rows[(r - target.from) % rows.length] ?? row),
  );
}
