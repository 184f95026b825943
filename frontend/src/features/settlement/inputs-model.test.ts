import { describe, expect, test } from 'vitest';
import type { Asset, Market } from '@/api/types';
import {
  isAboutLines,
  lineFaults,
  rateFault,
  readingsText,
  settled,
  sourceOf,
  takenText,
  termsForm,
  termsInput,
} from './inputs-model';

const fault = (field: string, message = field) => ({ field, code: 'x', message });

describe('files of inputs', () => {
  test('faults stand by line and column, those of the whole file first', () => {
    expect(
      lineFaults([
        fault('/lines/12/day'),
        fault('/lines/3/injection_mw'),
        fault('/lines', 'no CSV'),
        fault('/lines/1'),
      ]),
    ).toEqual([
      { line: null, column: '', message: 'no CSV' },
      { line: 1, column: '', message: '/lines/1' },
      { line: 3, column: 'injection_mw', message: '/lines/3/injection_mw' },
      { line: 12, column: 'day', message: '/lines/12/day' },
    ]);
  });

  test('a refusal for something else is no fault of a line', () => {
    expect(isAboutLines([fault('/lines/3/day')])).toBe(true);
    expect(isAboutLines([fault('?source')])).toBe(false);
    expect(isAboutLines([])).toBe(false);
  });

  test('a source is named, or is the file, and never too long', () => {
    expect(sourceOf(' RLDC ', 'a.csv')).toBe('RLDC');
    expect(sourceOf('  ', 'a.csv')).toBe('a.csv');
    expect(sourceOf('', 'x'.repeat(90))).toHaveLength(80);
  });

  test('what was taken', () => {
    expect(takenText({ days: 1, revised: 0 })).toBe('1 day taken.');
    expect(takenText({ days: 31, revised: 2 })).toBe(
      '31 days taken, of which 2 in place of an earlier revision.',
    );
  });
});

describe('readings', () => {
  test('what was taken', () => {
    expect(readingsText({ readings: 1, replaced: 0 })).toBe('1 reading taken.');
    expect(readingsText({ readings: 96, replaced: 4 })).toBe(
      '96 readings taken, of which 4 in place of an earlier revision.',
    );
  });
});

describe('terms', () => {
  test('are of assets in the Indian grid', () => {
    const markets = [
      { code: 'sim-dam', grid: 'in' },
      { code: 'gme-mgp', grid: 'it' },
    ] as Market[];
    const assets = [
      { id: 'a', marketCode: 'gme-mgp' },
      { id: 'b', marketCode: 'sim-dam' },
      { id: 'c', marketCode: 'gone' },
    ] as Asset[];
    expect(settled(assets, markets).map((a) => a.id)).toEqual(['b']);
  });

  const terms = { assetId: 'a', participant: 'solar' as const, buyerClass: 'standard' as const, version: 0 };

  test('no contract is an empty field and back', () => {
    expect(termsForm(terms).contractRate).toBe('');
    expect(termsInput(termsForm(terms))).toEqual({ contractRate: undefined, buyerClass: 'standard' });
  });

  test('a rate keeps its decimals', () => {
    const form = termsForm({ ...terms, contractRate: 3456.7801 });
    expect(form.contractRate).toBe('3456.7801');
    expect(termsInput(form).contractRate).toBe(3456.7801);
  });

  test('what is no number is said at the field', () => {
    expect(rateFault('3,5')).not.toBeNull();
    expect(rateFault('-1')).not.toBeNull();
    expect(rateFault('1e3')).not.toBeNull();
    expect(rateFault(' 3456.78 ')).toBeNull();
    expect(rateFault('')).toBeNull();
  });
});
