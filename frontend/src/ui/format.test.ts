import { expect, it } from 'vitest';
import { figure, money, signed, sizeText } from './format';

it('writes figures with a true minus and fixed decimals', () => expect(figure(-1234.5)).toBe('−1,234.50'));
it('never writes minus zero', () => expect(figure(-0.001)).toBe('0.00'));
it('shows a dash for nothing', () =>
  expect([figure(null), figure(undefined), figure(Number.NaN)]).toEqual(['–', '–', '–']));
it('signs what is signed, but not a zero', () =>
  expect([signed(2), signed(-2), signed(0.001)]).toEqual(['+2.00', '−2.00', '0.00']));
it('puts the sign before the currency', () => expect(money(-12, 'EUR')).toBe('−€12.00'));
it('writes sizes of files in the unit that leaves the shortest number', () => {
  expect([0, 1023, 1024, 1536, 5 * 1024 ** 2, 1024 ** 3].map(sizeText)).toEqual([
    '0 B',
    '1,023 B',
    '1.0 KiB',
    '1.5 KiB',
    '5.0 MiB',
    '1.0 GiB',
  ]);
});
