import { describe, expect, it } from 'vitest';
import type { RiskLimit } from '@/api/types';
import { amountText, formOf, inputOf, NEW_LIMIT, toneOf, validText } from './limit-model';

const limit: RiskLimit = {
  id: '1',
  name: 'Desk',
  kind: 'value',
  subject: 'asset',
  assetId: 'a',
  subjectName: 'Plant',
  amount: 1234.5,
  currency: 'EUR',
  validFrom: '2026-01-01',
  enabled: true,
  createdAt: '2026-01-01T00:00:00Z',
  version: 1,
};

describe('limits', () => {
  it('keeps what a limit says when its form is sent unchanged', () => {
    expect(inputOf(formOf(limit))).toEqual({
      name: 'Desk',
      kind: 'value',
      subject: 'asset',
      assetId: 'a',
      amount: 1234.5,
      currency: 'EUR',
      validFrom: '2026-01-01',
      enabled: true,
    });
  });

  it('sends nothing that means nothing to the kind', () => {
    const collar = inputOf({
      ...NEW_LIMIT,
      kind: 'price_collar',
      amount: '5',
      highestPrice: '9',
      marketCode: 'x',
    });
    expect(collar.amount).toBeUndefined();
    expect(collar.marketCode).toBeUndefined();
    expect(collar.highestPrice).toBe(9);
    expect(inputOf({ ...NEW_LIMIT, amount: '5' }).currency).toBeUndefined();
  });

  it('says amounts in their unit', () => {
    expect(amountText(limit, 10)).toBe('€10.00');
    expect(amountText({ ...limit, kind: 'volume' }, 10)).toBe('10.000 MWh');
    expect(amountText({ ...limit, kind: 'price_collar', highestPrice: 90 }, null)).toBe(
      'any … €90.00 per MWh',
    );
  });

  it('says when it is valid and how near its end it is', () => {
    expect(validText(limit)).toBe('from 2026-01-01');
    expect([toneOf(null), toneOf(79.99), toneOf(80), toneOf(100)]).toEqual(['quiet', 'good', 'warn', 'bad']);
  });
});
