import { expect, it } from 'vitest';
import type { Rule } from '@/api/types';
import { bidTerms, mostPoints } from './bid-terms';

const rule = (name: string, value: string, confidence: Rule['confidence'] = 'source'): Rule => ({
  name,
  value,
  unit: '',
  effectiveFrom: '2020-06-01',
  source: 'test',
  confidence,
});

it('reads limits with how sure we are of each', () => {
  const terms = bidTerms([
    rule('price_floor', '0'),
    rule('price_cap', '20000', 'unverified'),
    rule('curve_kind', 'linear'),
    rule('max_curve_points', '5'),
  ]);
  expect(terms.floor).toEqual({ value: 0, confidence: 'source' });
  expect(terms.cap?.confidence).toBe('unverified');
  expect(terms.kind).toBe('linear');
  expect(mostPoints(terms)).toBe(5);
});

it('knows no limit before the pack is there', () => {
  const terms = bidTerms(undefined);
  expect(terms.cap).toBeUndefined();
  expect([terms.kind, mostPoints(terms)]).toEqual(['step', 12]);
});
