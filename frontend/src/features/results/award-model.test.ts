import { expect, it } from 'vitest';
import type { Award, Explanation } from '@/api/types';
import { byBidAndBlock, moneyByAsset, reasonText, sentenceFor } from './award-model';

const award = (assetId: string, block: number, acceptedMwh: number, amount: number): Award => ({
  id: `${assetId} ${block}`,
  runId: 'r',
  bidId: 'b',
  assetId,
  areaCode: 'NORD',
  block,
  startsAt: '2025-04-02T00:00:00+02:00',
  side: 'sell',
  offeredMwh: 500,
  acceptedMwh,
  price: 100,
  amount,
  currency: 'EUR',
  reason: 'at_the_money',
  revision: 1,
  status: 'final',
  source: 'simulated',
});

it('adds the money up per asset', () => {
  expect(
    moneyByAsset([award('x', 1, 500, 50_000), award('x', 2, 400, 40_000), award('y', 1, 1, -7)]),
  ).toEqual([
    { assetId: 'x', offeredMwh: 1000, acceptedMwh: 900, amount: 90_000 },
    { assetId: 'y', offeredMwh: 500, acceptedMwh: 1, amount: -7 },
  ]);
});

it('prefers the explanation, and says the reason until it is there', () => {
  const a = award('x', 3, 0, 0);
  const explained = new Map<string, Explanation>([
    [
      'b 3',
      {
        bidId: 'b',
        block: 3,
        area: 'NORD',
        offeredMwh: 500,
        acceptedMwh: 0,
        reason: 'at_the_money',
        price: 100,
        sentence: 'Shared.',
      },
    ],
  ]);
  expect(sentenceFor(a, explained)).toBe('Shared.');
  expect(sentenceFor(a, new Map())).toBe('At the margin');
});

it('shows a reason it does not know in words', () =>
  expect(reasonText('volume_below_minimum')).toBe('Volume below minimum'));

it('tells a block order apart from the curve in the same block', () => {
  const said = (sentence: string): Explanation => ({
    bidId: 'b',
    block: 3,
    area: 'NORD',
    offeredMwh: 1,
    acceptedMwh: 1,
    reason: 'in_the_money',
    price: 100,
    sentence,
  });
  const found = byBidAndBlock([said('The curve.'), said('The order.')]);
  expect(sentenceFor(award('x', 3, 1, 1), found)).toBe('The curve.');
  expect(sentenceFor({ ...award('x', 3, 1, 1), blockOrder: 'B1' }, found)).toBe(
    'Block order B1: At the margin',
  );
});
