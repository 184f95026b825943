import { describe, expect, it } from 'vitest';
import { copyRows, fillAll, fillDown, fillSeries } from './sheet-fill';
import { copyText, emptySheet, parseTsv, write } from './sheet-model';

const day = emptySheet(24);
const at = (r0: number, c0: number, r1 = r0, c1 = c0) => ({ r0, c0, r1, c1 });
const filled = (text: string, row = 0) => write(day, at(row, 0), parseTsv(text)).sheet;

describe('filling', () => {
  it('copies the first row of a selection down', () => {
    const one = filled('42\t20');
    expect(fillDown(one, at(0, 0, 2, 1))[2]).toEqual([42, 20, null, null, null, null]);
    expect(fillDown(one, at(0, 0, 2, 1))[3]).toBe(one[3]);
  });

  it('goes on with the step of the first two rows, column by column', () => {
    const out = fillSeries(filled('100\t0.1\n110\t0.2'), at(0, 0, 4, 1));
    expect(copyText(out, at(0, 0, 5, 1))).toBe('100\t0.1\n110\t0.2\n120\t0.3\n130\t0.4\n140\t0.5\n\t');
  });

  it('repeats a column that has no second value, and needs three rows', () => {
    const one = filled('100\t7\n90');
    expect(copyText(fillSeries(one, at(0, 0, 2, 1)), at(0, 0, 2, 1))).toBe('100\t7\n90\t7\n80\t7');
    expect(fillSeries(one, at(0, 0, 1, 1))).toBe(one);
  });

  it('puts one point into every block and clears the others', () => {
    const all = fillAll(filled('1\t2\t3\t4', 5), { from: 0, to: 23 }, -500, 500);
    expect(all.every((row) => row[0] === -500 && row[1] === 500 && row[2] === null)).toBe(true);
  });

  it('copies an hour over the rest of the day, again and again', () => {
    const out = copyRows(filled('1\t10\n2\t20'), { from: 0, to: 1 }, { from: 2, to: 6 });
    expect(out.slice(2, 8).map((r) => r[0])).toEqual([1, 2, 1, 2, 1, null]);
    expect(copyRows(day, { from: 5, to: 4 }, { from: 0, to: 23 })).toBe(day);
  });
});
