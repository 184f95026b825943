import { describe, expect, it } from 'vitest';
import type { Rule } from '@/api/types';
import {
  calendarOf,
  confidenceCounts,
  momentOf,
  momentText,
  parametersOn,
  titleOf,
  valueText,
} from './rules-model';

const rule = (
  name: string,
  value: string,
  effectiveFrom = '2020-06-01',
  effectiveTo?: string,
  confidence: Rule['confidence'] = 'source',
): Rule => ({
  name,
  value,
  unit: '',
  effectiveFrom,
  ...(effectiveTo ? { effectiveTo } : {}),
  source: 'test',
  confidence,
});

const pack = [
  rule('price_cap', '20000', '2020-06-01', '2022-04-02', 'unverified'),
  rule('price_cap', '12000', '2022-04-03', '2023-04-03'),
  rule('price_cap', '10000', '2023-04-04'),
  rule('price_tick', '1', '2020-06-01', undefined, 'verified'),
];

describe('a pack on a day', () => {
  it('has the value whose period holds the day, both ends included', () => {
    const cap = (day: string) => parametersOn(pack, day)[0]?.now?.value;
    expect(['2022-04-02', '2022-04-03', '2023-04-03', '2023-04-04'].map(cap)).toEqual([
      '20000',
      '12000',
      '12000',
      '10000',
    ]);
  });
  it('says nothing before its first period', () =>
    expect(parametersOn(pack, '2019-01-01').map((p) => p.now)).toEqual([null, null]));
  it('keeps the other periods, the latest first', () =>
    expect(parametersOn(pack, '2022-10-18')[0]?.others.map((r) => r.value)).toEqual(['10000', '20000']));
  it('counts how sure we are of what holds', () =>
    expect(confidenceCounts(parametersOn(pack, '2021-01-01'))).toEqual({
      verified: 1,
      source: 0,
      unverified: 1,
    }));
});

describe('the calendar', () => {
  it('counts days back from the delivery day', () =>
    expect(momentOf('D-1 12:00', '2026-03-01', 0)).toEqual({ day: '2026-02-28', time: '12:00' }));
  it('counts minutes back from a session, over midnight', () => {
    expect(momentOf('S-75min', '2026-11-27', 0)).toEqual({ day: '2026-11-26', time: '22:45' });
    expect(momentOf('S-60min', '2026-11-27', 1410)).toEqual({ day: '2026-11-27', time: '22:30' });
    expect(momentOf('on demand', '2026-11-27', 0)).toBeNull();
  });
  it('has a line for each of the 48 sessions', () => {
    const { steps, lines } = calendarOf(
      [rule('gate_opening', 'S-75min'), rule('gate_closure', 'S-60min'), rule('sessions', '48')],
      '2026-11-27',
    );
    expect(steps.map((s) => s.name)).toEqual(['gate_opening', 'gate_closure']);
    expect(lines).toHaveLength(48);
    expect(lines[47]?.delivery).toBe('23:30');
    expect(lines[2]?.moments.map((m) => momentText(m, '2026-11-27'))).toEqual(['26 Nov 23:45', '00:00']);
  });
  it('is one line for an auction of the whole day, none where nothing is known', () => {
    expect(calendarOf([rule('gate_closure', 'D-1 12:00')], '2026-11-27').lines).toHaveLength(1);
    expect(calendarOf([], '2026-11-27').lines).toEqual([]);
  });
});

it('says values and names in plain words', () => {
  expect(valueText(rule('curve_kind', 'linear'))).toBe('straight line');
  expect(valueText(rule('price_cap', '10000'))).toBe('10,000');
  expect(valueText(rule('price_floor', '-500'))).toBe('−500');
  expect(valueText(rule('gate_closure', 'D-1 12:00'))).toBe('D-1 12:00');
  expect([titleOf('price_cap'), titleOf('new_rule')]).toEqual(['Highest price', 'new rule']);
});
