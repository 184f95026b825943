import { expect, test } from 'vitest';
import { diffLines } from './diff-model';

test('fields, points and block orders are lines with what was and is', () => {
  const lines = diffLines({
    bidId: 'b',
    from: 1,
    to: 2,
    fields: [{ field: 'label', before: null, after: 'peak' }],
    blocks: [
      {
        block: 3,
        kind: 'changed',
        points: [
          {
            point: 0,
            kind: 'changed',
            before: { price: 10, quantity: 5 },
            after: { price: 11, quantity: 5 },
          },
          { point: 1, kind: 'added', before: null, after: { price: 20, quantity: 7 } },
        ],
      },
    ],
    blockOrders: [
      {
        id: 'base',
        kind: 'removed',
        before: {
          id: 'base',
          profile: [
            { block: 1, quantity: 5 },
            { block: 2, quantity: 5 },
          ],
          price: 30,
          minimumAcceptanceRatio: 1,
          parent: 'root',
          flexible: false,
        },
        after: null,
        fields: [],
      },
    ],
  });
  expect(lines.map((l) => `${l.where} ${l.kind}`)).toEqual([
    'Label changed',
    'Block 3, point 1 changed',
    'Block 3, point 2 added',
    'Block order base removed',
  ]);
  expect(lines[0]).toMatchObject({ before: '–', after: 'peak' });
  expect(lines[2]?.before).toBe('–');
  expect(lines[3]?.before).toContain('linked to root');
});
