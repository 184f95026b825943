import { expect, test } from 'vitest';
import { emptyRow, formatProfile, parseProfile, rowsOf, toOrders } from './block-orders';

test('a profile is read with one quantity, or with its own in each block', () => {
  expect(parseProfile('17-19, 21', '10')).toEqual([
    { block: 17, quantity: 10 },
    { block: 18, quantity: 10 },
    { block: 19, quantity: 10 },
    { block: 21, quantity: 10 },
  ]);
  expect(parseProfile('1:5 2-3:7.5', '')).toEqual([
    { block: 1, quantity: 5 },
    { block: 2, quantity: 7.5 },
    { block: 3, quantity: 7.5 },
  ]);
});

test('what cannot be read is no profile', () => {
  for (const [blocks, quantity] of [
    ['', '10'],
    ['17', ''],
    ['20-17', '10'],
    ['x', '10'],
    ['17:', '10'],
  ] as const)
    expect(parseProfile(blocks, quantity), blocks).toBeNull();
});

test('what was written is read back', () => {
  for (const [blocks, quantity] of [
    ['17-19 21', '10'],
    ['1:5 2-3:7.5', ''],
    ['4', '0.1'],
  ] as const) {
    const profile = parseProfile(blocks, quantity);
    expect(profile && formatProfile(profile)).toEqual({ blocks, quantity });
  }
});

test('rows become orders; a row with a gap is named and left out', () => {
  const order = {
    id: 'base',
    profile: [{ block: 1, quantity: 5 }],
    price: 30,
    minimumAcceptanceRatio: 0.5,
    parent: 'other',
    flexible: false,
  };
  const rows = [...rowsOf([order]), emptyRow([])];
  const { orders, gaps } = toOrders(rows);
  expect(orders).toEqual([order]);
  expect([...gaps.keys()]).toEqual([1]);
});

test('a new row has a name of its own', () => {
  const first = emptyRow([]);
  expect(emptyRow([{ ...first, id: 'B2' }]).id).toBe('B3');
});
