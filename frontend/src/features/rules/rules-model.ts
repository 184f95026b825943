import type { Rule } from '@/api/types';
import { dayPlus, shortDay } from '@/ui/time';

const TITLES: Record<string, string> = {
  time_zone: 'Time zone',
  currency: 'Currency',
  market_time_unit: 'Length of a block',
  price_floor: 'Lowest price',
  price_cap: 'Highest price',
  price_tick: 'Step of a bid’s price',
  publication_tick: 'Step of a published price',
  quantity_lot: 'Smallest quantity and its step',
  max_curve_points: 'Points of a curve, at most',
  curve_kind: 'Between the points of a curve',
  tie_rule: 'At equal price',
  price_interval_rule: 'Where many prices are possible',
  gate_opening: 'Gate opens',
  gate_closure: 'Gate closes',
  provisional_result: 'Provisional result',
  final_result: 'Final result',
  sessions: 'Auctions a day',
  exchange_fee: 'Fee of the exchange, each side',
  zones: 'Bidding areas',
  border_zones: 'Neighbouring areas',
  reference_prices: 'Index prices',
};

export const titleOf = (name: string): string => TITLES[name] ?? name.replaceAll('_', ' ');

const PLAIN_VALUES: Record<string, string> = {
  'curve_kind linear': 'straight line',
  'curve_kind step': 'step',
  'tie_rule pro_rata': 'shared by volume',
  'price_interval_rule midpoint': 'the middle',
};

/** A value as a reader says it; figures grouped, words of the file in plain ones. */
export function valueText(rule: Pick<Rule, 'name' | 'value'>): string {
  const plain = PLAIN_VALUES[`${rule.name} ${rule.value}`];
  if (plain) return plain;
  const n = Number(rule.value);
  return Number.isFinite(n) && /^-?[\d.]+$/.test(rule.value)
    ? n.toLocaleString('en-GB', { maximumFractionDigits: 6 }).replace('-', '−')
    : rule.value;
}

export const covers = (rule: Rule, day: string): boolean =>
  rule.effectiveFrom <= day && (!rule.effectiveTo || day <= rule.effectiveTo);

export interface Parameter {
  name: string;
  /** The row in force on the day; null where the pack says nothing about it. */
  now: Rule | null;
  /** All other periods, the latest first. */
  others: Rule[];
}

/** The pack by parameter, in its own order, judged on a delivery day. */
export function parametersOn(rules: readonly Rule[], day: string): Parameter[] {
  return [...new Set(rules.map((r) => r.name))].map((name) => {
    const rows = rules.filter((r) => r.name === name);
    const now = rows.find((r) => covers(r, day)) ?? null;
    return {
      name,
      now,
      others: rows
        .filter((r) => r !== now)
        .toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom)),
    };
  });
}

export function confidenceCounts(parameters: readonly Parameter[]): Record<Rule['confidence'], number> {
  const counts = { verified: 0, source: 0, unverified: 0 };
  for (const p of parameters) if (p.now) counts[p.now.confidence]++;
  return counts;
}

/** When something of the calendar happens, in local time. */
export interface Moment {
  day: string;
  time: string;
}

/** Reads `D-1 12:00` and `S-60min` for a delivery day and, where it counts, a session's start; null for other text. */
export function momentOf(text: string, day: string, startMinutes: number): Moment | null {
  const ofDay = /^D-(\d+) (\d\d:\d\d)$/.exec(text);
  if (ofDay) return { day: dayPlus(day, -Number(ofDay[1])), time: ofDay[2] ?? '' };
  const ofSession = /^S-(\d+)min$/.exec(text);
  if (!ofSession) return null;
  const at = startMinutes - Number(ofSession[1]);
  const days = Math.floor(at / 1440);
  const m = at - days * 1440;
  const two = (n: number) => String(n).padStart(2, '0');
  return { day: dayPlus(day, days), time: `${two(Math.floor(m / 60))}:${two(m % 60)}` };
}

const STEPS = ['gate_opening', 'gate_closure', 'provisional_result', 'final_result'] as const;

export interface CalendarLine {
  session: number;
  /** "00:00", where the day has more than one session. */
  delivery: string;
  moments: (Moment | null)[];
}

/** The time line of a delivery day's auctions. */
export function calendarOf(rules: readonly Rule[], day: string): { steps: Rule[]; lines: CalendarLine[] } {
  const of = (name: string) => rules.find((r) => r.name === name && covers(r, day));
  const steps = STEPS.flatMap((name) => of(name) ?? []);
  if (steps.length === 0) return { steps, lines: [] };
  const sessions = Number(of('sessions')?.value ?? 1);
  const length = 1440 / sessions;
  const lines = Array.from({ length: sessions }, (_, i) => {
    const start = i * length;
    return {
      session: i + 1,
      delivery: momentOf('S-0min', day, start)?.time ?? '',
      moments: steps.map((s) => momentOf(s.value, day, start)),
    };
  });
  return { steps, lines };
}

export const momentText = (m: Moment | null, day: string): string =>
  m === null ? '–' : m.day === day ? m.time : `${shortDay(m.day)} ${m.time}`;
