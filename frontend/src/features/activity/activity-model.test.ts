import { describe, expect, it } from 'vitest';
import type { BidActivity } from '@/api/types';
import { actorOf, deedOf } from './activity-model';

const seen = (part: Partial<BidActivity>): BidActivity => ({
  id: '1',
  at: '2026-11-27T06:00:00Z',
  type: 'bid.submitted',
  auctionId: 'a',
  ...part,
});

describe('what happened to a bid', () => {
  it('names the person, the platform, or somebody who has left', () => {
    expect(actorOf(seen({ actor: 'u', actorName: 'Asha' }))).toBe('Asha');
    expect(actorOf(seen({ actor: 'u' }))).toBe('Former member');
    expect(actorOf(seen({}))).toBe('Platform');
  });

  it('says what was done, with the version', () => {
    expect(deedOf(seen({ versionNumber: 2 }))).toBe('submitted bid v2');
    expect(deedOf(seen({ type: 'bid.withdrawn', versionNumber: 2 }))).toBe('withdrew bid v2');
  });

  it('tells an award in energy and money', () => {
    expect(deedOf(seen({ type: 'award.published', awardedMwh: 12.5, amount: 100, currency: 'EUR' }))).toMatch(
      /^awarded 12\.500 MWh for .*100/,
    );
  });

  it('gives the reason of a refusal', () => {
    expect(deedOf(seen({ type: 'standing.refused', reason: 'The gate is closed.' }))).toBe(
      'standing bid not placed: The gate is closed.',
    );
  });
});
