import { expect, it } from 'vitest';
import type { NoBidPolicy } from '@/api/types';
import { policyText } from './no-bid-model';

const policy = (action: NoBidPolicy['action']): NoBidPolicy => ({
  exchangeId: 'x',
  marketCode: 'sim-rtm',
  assetId: 'a',
  assetName: 'Plant',
  action,
  templateId: null,
  minutesBefore: 5,
  updatedBy: 'u',
  updatedAt: '2026-07-01T06:00:00Z',
  version: 1,
});

it('says what happens without a bid', () =>
  expect([
    policyText(undefined, undefined),
    policyText(policy('default'), 'Base'),
    policyText(policy('last'), undefined),
    policyText(policy('none'), undefined),
  ]).toEqual([
    'Nothing happens, and nobody is told.',
    '5 min before the gate the template Base is sent.',
    '5 min before the gate the bid of the session before is repeated.',
    '5 min before the gate everybody is told; nothing is sent.',
  ]));
