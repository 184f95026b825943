import type { BidBlock } from '@/api/types';
import { decimalSign, parseNumber } from './number-text';

/** What a trader types: a row per block, price and cumulative quantity in turn. */
export type Cell = number | null;
export type Row = readonly Cell[];
export type Sheet = readonly Row[];

export interface Range {
  r0: number;
  c0: number;
  r1: number;
  c1: number;
}

export const MAX_POINTS = 12;
export const FIRST_POINTS = 3;

export const isPrice = (column: number): boolean => column % 2 === 0;
export const columnsOf = (sheet: Sheet): number => sheet[0]?.length ?? 0;
export const pointsOf = (sheet: Sheet): number => columnsOf(sheet) / 2;

export function emptySheet(blocks: number, points = FIRST_POINTS): Sheet {
  return Array.from({ length: blocks }, () => Array.from<Cell>({ length: points * 2 }).fill(null));
}

export function withPoints(sheet: Sheet, points: number): Sheet {
  const columns = Math.min(MAX_POINTS, points) * 2;
  return sheet.map((row) => Array.from({ length: columns }, (_, c) => row[c] ?? null));
}

export const parseTsv = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));

export interface Written {
  sheet: Sheet;
  written: number;
  /** Cells whose text was no number; they stay as they were. */
  rejected: number;
  /** Decimal points and decimal commas side by side: only whole numbers were taken. */
  mixed: boolean;
}

/**
 * Writes a block of text at the range's corner; one value fills the whole range, as a spreadsheet does. A
 * wider block adds points, up to the limit. Rows that are not touched stay identical.
 */
export function write(sheet: Sheet, at: Range, text: readonly (readonly string[])[]): Written {
  const single = text.length === 1 && text[0]?.length === 1;
  const height = single ? at.r1 - at.r0 + 1 : text.length;
  const width = single ? at.c1 - at.c0 + 1 : Math.max(...text.map((r) => r.length));
  const needed = Math.ceil((at.c0 + width) / 2);
  const base = needed > pointsOf(sheet) ? withPoints(sheet, needed) : sheet;
  const sign = decimalSign(text);
  let written = 0;
  let rejected = 0;
  const next = base.map((row, r) => {
    if (r < at.r0 || r >= at.r0 + height) return row;
    const source = single ? text[0] : text[r - at.r0];
    const out = [...row];
    const w = single ? width : (source?.length ?? 0);
    for (let i = 0; i < w && at.c0 + i < row.length; i++) {
      const value = parseNumber((single ? source?.[0] : source?.[i]) ?? '', sign);
      if (value === undefined) rejected++;
      else {
        out[at.c0 + i] = value;
        written++;
      }
    }
    return out;
  });
  return { sheet: next, written, rejected, mixed: sign === null };
}

export const copyText = (sheet: Sheet, s: Range): string =>
  sheet
    .slice(s.r0, s.r1 + 1)
    .map((row) =>
      row
        .slice(s.c0, s.c1 + 1)
        .map((v) => v ?? '')
        .join('\t'),
    )
    .join('\n');

/** Where each block and point of what is sent came from, so that an answer finds its cell. */
export interface Origin {
  /** Per sent block: the sheet's row, and per sent point the column of its price. */
  blocks: { row: number; columns: number[] }[];
}

/**
 * The sheet as the API takes it; its first row is block {@link firstBlock} of the day. Empty points are left out; a half-filled one is sent as zero for what is
 * missing only after {@link gaps} has named it, so a caller never sends one.
 */
export function toBlocks(sheet: Sheet, firstBlock = 1): { blocks: BidBlock[]; origin: Origin } {
  const blocks: BidBlock[] = [];
  const origin: Origin = { blocks: [] };
  sheet.forEach((row, r) => {
    const points: BidBlock['points'] = [];
    const columns: number[] = [];
    for (let c = 0; c < row.length; c += 2) {
      const price = row[c] ?? null;
      const quantity = row[c + 1] ?? null;
      if (price === null || quantity === null) continue;
      points.push({ price, quantity });
      columns.push(c);
    }
    if (points.length === 0) return;
    blocks.push({ block: firstBlock + r, points });
    origin.blocks.push({ row: r, columns });
  });
  return { blocks, origin };
}

export function fromBlocks(blocks: readonly BidBlock[], blockCount: number, firstBlock = 1): Sheet {
  const most = Math.max(FIRST_POINTS, ...blocks.map((b) => b.points.length));
  const sheet = emptySheet(blockCount, most).map((row) => [...row]);
  for (const b of blocks) {
    const row = sheet[b.block - firstBlock];
    b.points.forEach((p, i) => {
      if (!row) return;
      row[i * 2] = p.price;
      row[i * 2 + 1] = p.quantity;
    });
  }
  return sheet;
}

/** The largest quantity a row offers: points are cumulative. */
export const rowQuantity = (row: Row): number =>
  row.reduce<number>((most, v, c) => (isPrice(c) || v === null ? most : Math.max(most, v)), 0);
