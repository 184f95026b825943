import { describe, expect, test } from 'vitest';
import { changes, EMPTY_FORM, exportPath, filterOf, verdict } from './audit-model';

describe('changes between before and after', () => {
  test('name the leaves that differ, and only those', () => {
    expect(
      changes({
        before: { name: 'A', limits: { rampMw: 5 }, blocks: { 1: [[10, 5]] }, gone: true },
        after: { name: 'A', limits: { rampMw: 6 }, blocks: { 1: [[10, 5]], 2: [[11, 5]] } },
      }),
    ).toEqual([
      { path: 'limits.rampMw', before: '5', after: '6' },
      { path: 'gone', before: 'true', after: null },
      { path: 'blocks.2', before: null, after: '[[11,5]]' },
    ]);
  });
  test('without a before are all there is', () => {
    expect(changes({ after: { name: 'A', site: null } })).toEqual([
      { path: 'name', before: null, after: 'A' },
      { path: 'site', before: null, after: 'null' },
    ]);
  });
});

test('a form becomes a filter of whole days, and an id that is none is no filter', () => {
  const filter = filterOf({ ...EMPTY_FORM, q: ' x ', subject: 'abc', from: '2026-07-01', to: '2026-07-01' });
  expect(filter.q).toBe('x');
  expect(filter.subjectId).toBeUndefined();
  expect(Date.parse(filter.to ?? '') - Date.parse(filter.from ?? '')).toBe(24 * 3600 * 1000);
  expect(exportPath({ action: 'bid.' }, 'csv')).toBe('/api/v1/audit/export?format=csv&action=bid.');
});

test('the badge says how far the chain holds, or where it does not', () => {
  const at = () => '10:00';
  const chain = { number: 1200, waiting: 0 };
  expect(verdict(chain, at).tone).toBe('quiet');
  expect(verdict({ ...chain, verification: { at: 'x', upTo: 1200 } }, at)).toEqual({
    tone: 'good',
    text: 'Chain verified up to #1,200 at 10:00',
  });
  expect(
    verdict({ ...chain, verification: { at: 'x', upTo: 2, brokenAt: 3, problem: 'Entry #3 …' } }, at),
  ).toEqual({ tone: 'bad', text: 'Chain broken at #3: Entry #3 …' });
});
