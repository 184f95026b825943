import { describe, expect, it } from 'vitest';
import { decimalSign, parseNumber } from './number-text';

const cell = (text: string) => parseNumber(text, decimalSign([[text]]));

describe('reading one number', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['12,5', 12.5],
    ['4,100', 4100],
    ['€ 40', 40],
    ['₹1,23,456.50', 123456.5],
    ['12,34,567', 1234567],
    ['1 234,5', 1234.5],
    ['1\u202f234\u202f567.25', 1234567.25],
    ['−500', -500],
    ['-0.5', -0.5],
    ['1,234,567', 1234567],
    ['.5', 0.5],
    ['0.1', 0.1],
  ])('%s', (text, n) => expect(cell(text)).toBe(n));

  it.each(['', '  ', '–', '-'])('"%s" is an empty cell', (text) => expect(cell(text)).toBeNull());

  it.each(['abc', '1.2.3', '--5', '1e3', '12,3,4', '1,23,45', '1,2345.6', '12 5', '1,23,456,789.0', '5 MW'])(
    '%s is no number',
    (text) => expect(cell(text)).toBeUndefined(),
  );
});

describe('reading a table in one way', () => {
  it('takes a price of European format as the evidence for the others', () => {
    const table = [['3.999', '12,5']];
    expect(decimalSign(table)).toBe('comma');
    expect(parseNumber('3.999', 'comma')).toBe(3999);
  });
  it('reads the same text with a point where another cell has one', () => {
    expect(decimalSign([['3.999', '12.5']])).toBe('point');
    expect(parseNumber('3.999', 'point')).toBe(3.999);
    expect(parseNumber('12,5', 'point')).toBeUndefined();
  });
  it('reads lakhs only with a point', () => expect(parseNumber('1,23,456', 'comma')).toBeUndefined());
  it('refuses to guess in a table that has both', () => {
    expect(decimalSign([['1,234.5'], ['1.234,5']])).toBeNull();
    expect(parseNumber('12.5', null)).toBeUndefined();
    expect(parseNumber('12', null)).toBe(12);
  });
  it('takes the point where nothing decides', () => expect(decimalSign([['4,100', '7']])).toBe('point'));
});
