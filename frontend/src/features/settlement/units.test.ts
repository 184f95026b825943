import { describe, expect, test } from 'vitest';
import {
  blockIn,
  DEFAULT_UNITS,
  decimalText,
  energyIn,
  parseUnits,
  priceIn,
  shifted,
  shown,
  times,
} from './units';

describe('exact conversions', () => {
  test.each([
    ['3456.78', -3, '3.45678'],
    ['0.01', -3, '0.00001'],
    ['-1', -3, '-0.001'],
    ['12', 3, '12000'],
    ['0.0005', 3, '0.5'],
    ['0', -3, '0'],
    ['-0.000', -3, '0'],
    ['1000', -3, '1'],
  ])('%s by 10^%d is %s', (text, places, result) => {
    expect(shifted(text, places)).toBe(result);
  });

  test.each([
    ['2.5', 4, '10'],
    ['-0.333333', 4, '-1.333332'],
    ['0.025', 4, '0.1'],
    ['0', 4, '0'],
  ])('%s times %d is %s', (text, factor, result) => {
    expect(times(text, factor)).toBe(result);
  });

  test('there and back is the same, digit by digit', () => {
    for (const text of ['0.1', '-7.3', '123456789.123456', '0.000001', '99999'])
      expect(shifted(shifted(text, -3), 3)).toBe(text);
  });

  test('small and large numbers keep their digits', () => {
    expect(decimalText(1e-7)).toBe('0.0000001');
    expect(decimalText(1.5e21)).toBe('1500000000000000000000');
    expect(decimalText(0.1 + 0.2)).toBe('0.30000000000000004');
  });
});

describe('units', () => {
  const other = { price: 'per_kwh', energy: 'mu', block: 'mw' } as const;

  test('each figure in its unit', () => {
    expect(priceIn(DEFAULT_UNITS, 3456.78)).toBe('3456.78');
    expect(priceIn(other, 3456.78)).toBe('3.45678');
    expect(energyIn(other, 1234.5)).toBe('1.2345');
    expect(blockIn(other, -0.125)).toBe('-0.5');
    expect(blockIn(DEFAULT_UNITS, -0.125)).toBe('-0.125');
  });

  test('thousands are grouped and the minus is a true one', () => {
    expect(shown('-1234567.5')).toBe('−1,234,567.5');
    expect(shown('999')).toBe('999');
  });

  test('what a browser kept is judged', () => {
    expect(parseUnits(null)).toEqual(DEFAULT_UNITS);
    expect(parseUnits('nonsense')).toEqual(DEFAULT_UNITS);
    expect(parseUnits('{"price":"per_kwh","energy":"furlong"}')).toEqual({
      ...DEFAULT_UNITS,
      price: 'per_kwh',
    });
    expect(parseUnits('null')).toEqual(DEFAULT_UNITS);
  });
});
