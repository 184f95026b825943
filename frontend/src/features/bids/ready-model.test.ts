import { describe, expect, it } from 'vitest';
import type { ReadyBid } from '@/api/types';
import { inOrder, result } from './ready-model';

const bid = (outcome: ReadyBid['outcome']): ReadyBid => ({
  bidId: outcome,
  assetId: 'a',
  assetName: 'Plant',
  areaCode: 'W2',
  side: 'sell',
  label: null,
  versionNumber: 1,
  outcome,
  faults: [],
});

describe('submitting all that is ready', () => {
  it('shows what goes before what does not', () =>
    expect(
      inOrder([bid('already_there'), bid('needs_approval'), bid('refused'), bid('ready')]).map(
        (b) => b.outcome,
      ),
    ).toEqual(['ready', 'refused', 'needs_approval', 'already_there']));
  it('says how it ended', () => {
    expect(result([bid('submitted')])).toBe('1 bid submitted');
    expect(result([bid('submitted'), bid('refused'), bid('needs_approval')])).toBe(
      '1 bid submitted, 1 refused, 1 not approved',
    );
    expect(result([])).toBe('0 bids submitted');
  });
});
