import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  copyText,
  emptySheet,
  fromBlocks,
  MAX_POINTS,
  parseTsv,
  pointsOf,
  rowQuantity,
  toBlocks,
  write,
} from './sheet-model';

const day = emptySheet(24);
const at = (r0: number, c0: number, r1 = r0, c1 = c0) => ({ r0, c0, r1, c1 });

describe('pasting', () => {
  it('writes a block at the corner and leaves other rows identical', () => {
    const out = write(day, at(2, 0), parseTsv('10\t100\r\n11\t120\r\n'));
    expect(out.written).toBe(4);
    expect(out.sheet[3]).toEqual([11, 120, null, null, null, null]);
    expect(out.sheet[0]).toBe(day[0]);
  });

  it('fills a selection with a single value', () => {
    const out = write(day, at(0, 1, 3, 1), parseTsv('12.5'));
    expect(copyText(out.sheet, at(0, 1, 4, 1))).toBe('12.5\n12.5\n12.5\n12.5\n');
  });

  it('clips below the last block', () => {
    const out = write(day, at(23, 0), parseTsv('1\t2\n3\t4'));
    expect(out.written).toBe(2);
    expect(out.sheet).toHaveLength(24);
  });

  it('adds points for a wider block, but never more than twelve', () => {
    const wide = Array.from({ length: 30 }, (_, i) => String(i + 1)).join('\t');
    const out = write(day, at(0, 0), parseTsv(wide));
    expect(pointsOf(out.sheet)).toBe(MAX_POINTS);
    expect(out.written).toBe(24);
    expect(columnsOf(out.sheet)).toBe(24);
  });

  it('keeps a cell whose text is no number and counts it', () => {
    const before = write(day, at(0, 0), [['7']]).sheet;
    const out = write(before, at(0, 0), parseTsv('n/a\t5'));
    expect(out).toMatchObject({ written: 1, rejected: 1 });
    expect(out.sheet[0]?.slice(0, 2)).toEqual([7, 5]);
  });

  it('reads a European table as one, and guesses nothing in a mixed one', () => {
    expect(write(day, at(0, 0), parseTsv('3.999\t12,5')).sheet[0]?.slice(0, 2)).toEqual([3999, 12.5]);
    const mixed = write(day, at(0, 0), parseTsv('3,999.5\t12,5\t7'));
    expect(mixed).toMatchObject({ written: 1, rejected: 2, mixed: true });
  });

  it('takes the 96 rows of an Indian day', () => {
    const text = Array.from({ length: 96 }, (_, i) => `2,000\t0\t${3000 + i}\t12.5`).join('\r\n');
    const out = write(emptySheet(96), at(0, 0), parseTsv(text));
    expect(out).toMatchObject({ written: 384, rejected: 0 });
    expect(out.sheet[95]).toEqual([2000, 0, 3095, 12.5, null, null]);
  });
});

describe('to and from the API', () => {
  it('leaves out empty rows and points, and remembers where each came from', () => {
    const sheet = write(
      write(day, at(4, 0), parseTsv('10\t100\t\t\t30\t120')).sheet,
      at(9, 2),
      parseTsv('5\t50'),
    ).sheet;
    const { blocks, origin } = toBlocks(sheet);
    expect(blocks).toEqual([
      {
        block: 5,
        points: [
          { price: 10, quantity: 100 },
          { price: 30, quantity: 120 },
        ],
      },
      { block: 10, points: [{ price: 5, quantity: 50 }] },
    ]);
    expect(origin.blocks).toEqual([
      { row: 4, columns: [0, 4] },
      { row: 9, columns: [2] },
    ]);
  });

  it('reads back what it wrote', () => {
    const blocks = [{ block: 24, points: [{ price: -500, quantity: 500 }] }];
    expect(toBlocks(fromBlocks(blocks, 24)).blocks).toEqual(blocks);
  });

  it('numbers the rows of a half-hour session from its first block', () => {
    const sheet = write(emptySheet(2), at(1, 0), parseTsv('10\t5')).sheet;
    const { blocks } = toBlocks(sheet, 23);
    expect(blocks).toEqual([{ block: 24, points: [{ price: 10, quantity: 5 }] }]);
    expect(fromBlocks(blocks, 2, 23)).toEqual(sheet);
  });

  it('reads a bid of more points than are shown at first', () => {
    const points = Array.from({ length: 5 }, (_, i) => ({ price: i, quantity: i + 1 }));
    expect(pointsOf(fromBlocks([{ block: 1, points }], 96))).toBe(5);
  });

  it('takes the largest cumulative quantity as what a row offers', () => {
    expect(rowQuantity([10, 100, 20, 150, null, null])).toBe(150);
  });
});
