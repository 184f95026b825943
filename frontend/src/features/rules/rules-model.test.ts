import { describe, expect, it } from 'vitest';
import type { CalendarDay, Rule } from '@/api/types';
import { calendarOf, confidenceCounts, parametersOn, titleOf, valueText } from './rules-model';

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

const session = (number: number, firstBlock: number, opens: string, closes: string) => ({
  session: number,
  firstBlock,
  blockCount: 2,
  gateOpensAt: opens,
  gateClosesAt: closes,
});

const calendar = (over: Partial<CalendarDay>): CalendarDay => ({
  day: '2026-11-27',
  blockCount: 96,
  holiday: false,
  sessions: [],
  contracts: [],
  ...over,
});

describe('the calendar', () => {
  it('folds the blocks of a contract, each with its own gate, into one line', () => {
    const intraday = (firstBlock: number, closes: string) => ({
      contract: 'intraday',
      mechanism: 'continuous',
      firstDay: '2026-11-27',
      lastDay: '2026-11-27',
      firstBlock,
      blockCount: 1,
      gateOpensAt: '2026-11-27T00:00:00+05:30',
      gateClosesAt: `2026-11-27T${closes}:00+05:30`,
    });
    const { lines } = calendarOf(
      calendar({ contracts: [intraday(14, '00:15'), intraday(15, '00:30'), intraday(96, '20:45')] }),
      'Asia/Kolkata',
      15,
    );
    expect(lines).toEqual([
      {
        key: 'intraday',
        contract: 'Intraday, continuous',
        delivery: '03:15–24:00, each block',
        moments: ['00:00', '00:15 … 20:45'],
      },
    ]);
  });
  it('names the day of what happens on another one', () => {
    const { steps, lines } = calendarOf(
      calendar({
        sessions: [
          session(1, 1, '2026-11-26T22:45:00+05:30', '2026-11-26T23:00:00+05:30'),
          session(48, 95, '2026-11-27T22:15:00+05:30', '2026-11-27T22:30:00+05:30'),
        ],
      }),
      'Asia/Kolkata',
      15,
    );
    expect(steps).toEqual(['gate_opening', 'gate_closure']);
    expect(lines.map((l) => l.delivery)).toEqual(['00:00–00:30', '23:30–24:00']);
    expect(lines.map((l) => l.moments)).toEqual([
      ['26 Nov 22:45', '26 Nov 23:00'],
      ['22:15', '22:30'],
    ]);
  });
  it('has a line for each contract, with the days it delivers', () => {
    const { lines } = calendarOf(
      calendar({
        contracts: [
          {
            contract: 'weekly',
            mechanism: 'uniform_reverse_auction',
            firstDay: '2026-11-30',
            lastDay: '2026-12-06',
            firstBlock: 1,
            blockCount: 96,
            gateOpensAt: '2026-09-07T10:00:00+05:30',
            gateClosesAt: '2026-11-27T17:00:00+05:30',
          },
        ],
      }),
      'Asia/Kolkata',
      15,
    );
    expect(lines).toEqual([
      {
        key: 'weekly',
        contract: 'Weekly, reverse auction',
        delivery: '30 Nov – 6 Dec',
        moments: ['7 Sept 10:00', '17:00'],
      },
    ]);
  });
});

it('says values and names in plain words', () => {
  expect(valueText(rule('curve_kind', 'linear'))).toBe('straight line');
  expect(valueText(rule('price_cap', '10000'))).toBe('10,000');
  expect(valueText(rule('price_floor', '-500'))).toBe('−500');
  expect(valueText(rule('gate_closure', 'D-1 12:00'))).toBe('D-1 12:00');
  expect(valueText(rule('order_types', 'linear block minimum_income'))).toBe('linear, block, minimum income');
  expect([titleOf('price_cap'), titleOf('new_rule')]).toEqual(['Highest price', 'new rule']);
  expect(titleOf('gate_opening.day_ahead_contingency')).toBe('Gate opens, day ahead contingency');
});
