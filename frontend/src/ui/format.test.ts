import { expect, it } from 'vitest';
import { figure, money, signed } from './format';

it('writes figures with a true minus and fixed decimals', () => expect(figure(-1234.5)).toBe('−1,234.50'));
it('never writes minus zero', () => expect(figure(-0.001)).toBe('0.00'));
it('shows a dash for nothing', () =>
  expect([figure(null), figure(undefined), figure(Number.NaN)]).toEqual(['–', '–', '–']));
it('signs what is signed, but not a zero', () =>
  expect([signed(2), signed(-2), signed(0.001)]).toEqual(['+2.00', '−2.00', '0.00']));
it('puts the sign before the currency', () => expect(money(-12, 'EUR')).toBe('−€12.00'));
