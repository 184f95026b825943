import { describe, expect, it } from 'vitest';
import type { TradingStop } from '@/api/types';
import { consequence, isConfirmed, progress } from './stop-model';

const stop = (bids: TradingStop['bids'], sweptAt: string | null): TradingStop => ({
  id: 's',
  scope: 'organization',
  subjectId: null,
  subjectName: 'Demo',
  reason: 'Wild',
  placedBy: { id: 'u', name: 'Ann' },
  placedAt: '2026-07-01T06:00:00Z',
  jobId: 'j',
  sweptAt,
  release: null,
  bids,
  version: 1,
});

describe('stopping', () => {
  it('is confirmed by the word alone', () =>
    expect(['STOP', ' stop ', 'STO', 'STOP it', ''].map(isConfirmed)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]));
  it('says what it will do', () => {
    expect(consequence({ atVenue: 1, beyondReach: 2, standing: false })).toBe(
      '1 bid at a venue is withdrawn for good. 2 bids cannot be had back: the gate has closed. Nothing more is submitted until somebody releases the stop.',
    );
    expect(consequence({ atVenue: 0, beyondReach: 0, standing: false })).toMatch(/^No bid of it/);
    expect(consequence({ atVenue: 3, beyondReach: 0, standing: true })).toBe('This is stopped already.');
  });
  it('says how far the withdrawal is', () => {
    expect(progress(stop({ withdrawn: 0, askedBack: 0, kept: 0 }, null))).toBe('Withdrawing bids…');
    expect(progress(stop({ withdrawn: 2, askedBack: 0, kept: 0 }, null))).toBe(
      'Withdrawing: 2 withdrawn so far.',
    );
    expect(progress(stop({ withdrawn: 2, askedBack: 1, kept: 1 }, '2026-07-01T06:00:01Z'))).toBe(
      'Bids: 2 withdrawn, 1 asked back, 1 the venue keeps.',
    );
  });
});
