import { describe, expect, it } from 'vitest';
import type { Asset, Bid } from '@/api/types';
import { atExchange, fits, isAwaited, standing } from './bid-model';

const bid = (state: string, over: Partial<Bid> = {}): Bid =>
  ({
    state: 'approved',
    versionNumber: 1,
    submission: { state, versionNumber: 1 },
    atVenue: null,
    ...over,
  }) as Bid;

describe('a bid at an exchange that answers later', () => {
  it('is told in the state it has there', () => {
    expect(
      ['queued', 'sent', 'in_doubt', 'refused', 'acknowledged'].map((s) => standing(bid(s)).text),
    ).toEqual(['queued', 'sent', 'in doubt', 'refused', 'acknowledged']);
    expect(atExchange(bid('in_doubt'))).toBe('Nobody knows what the exchange holds');
  });

  it('waits while nobody knows, and no longer', () =>
    expect(
      ['queued', 'sent', 'in_doubt', 'withdraw_requested', 'acknowledged', 'refused', 'withdrawn'].map((s) =>
        isAwaited(bid(s)),
      ),
    ).toEqual([true, true, true, true, false, false, false]));
});

describe('an asset in an auction', () => {
  const asset = { areaCode: 'W2', marketCode: 'sim-dam' } as Asset;
  const auction = { marketCode: 'iex-dam', areas: ['W2'], clock: 'wall' as const };
  it('fits every market of its grid', () => {
    expect(fits(asset, auction)).toBe(true);
    expect(fits(asset, { ...auction, exchangeId: 'x', marketCode: 'sim-rtm' })).toBe(true);
    expect(fits(asset, { ...auction, areas: ['N1'] })).toBe(false);
  });
  it('fits imported days of its own market alone', () => {
    const imported = { ...auction, importId: 'i', clock: 'replay' as const };
    expect(fits(asset, imported)).toBe(false);
    expect(fits(asset, { ...imported, marketCode: 'sim-dam' })).toBe(true);
  });
});
