import type { CalendarDay, Rule } from '@/api/types';
import { clockTime, dayIn, moment, plannedStart, shortDay } from '@/ui/time';

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
  auction_design: 'How prices are found',
  order_types: 'Orders it takes',
  partial_block_at_the_money: 'A block in part must be at the money',
  holidays: 'Days without an auction',
  contracts: 'Contracts',
  mechanism: 'Traded by',
  clears_after: 'Clears after',
  eligible_sellers: 'Who may sell',
  price_source: 'Source of prices',
};

const plain = (code: string): string => {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A parameter's name; of one contract with the contract: "Gate opens, weekly". */
export function titleOf(name: string): string {
  const [parameter = name, contract] = name.split('.');
  const title = TITLES[parameter] ?? parameter.replaceAll('_', ' ');
  return contract ? `${title}, ${contract.replaceAll('_', ' ')}` : title;
}

const PLAIN_VALUES: Record<string, string> = {
  'curve_kind linear': 'straight line',
  'curve_kind step': 'step',
  'tie_rule pro_rata': 'shared by volume',
  'price_interval_rule midpoint': 'the middle',
  'price_interval_rule lowest': 'the lower end',
  'price_interval_rule highest': 'the upper end',
  'auction_design double_sided': 'double-sided auction',
  'auction_design term_ahead': 'contracts, each with its gate',
};

/** Parameters whose values are words joined by underscores, and lists of them. */
const WORDS = new Set(['order_types', 'contracts', 'eligible_sellers', 'mechanism', 'price_source']);

/** A value as a reader says it; figures grouped, words of the file in plain ones. */
export function valueText(rule: Pick<Rule, 'name' | 'value'>): string {
  const known = PLAIN_VALUES[`${rule.name} ${rule.value}`];
  if (known) return known;
  if (WORDS.has(rule.name.split('.')[0] ?? '')) return rule.value.replaceAll(' ', ', ').replaceAll('_', ' ');
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

/** The steps of a time line: the parameter that sets it, and where the calendar has its time. */
const STEPS = [
  ['gate_opening', 'gateOpensAt'],
  ['gate_closure', 'gateClosesAt'],
  ['provisional_result', 'clearsAt'],
  ['final_result', 'publishesAt'],
] as const;

export interface CalendarLine {
  key: string;
  /** "Weekly", and of an auction nothing. */
  contract: string;
  /** What is delivered: "00:00–00:30", "30 Nov – 6 Dec". */
  delivery: string;
  /** One for each step. */
  moments: string[];
}

/** A day's time line: the steps that have a time, and a line for each auction or contract. */
export function calendarOf(
  day: CalendarDay,
  zone: string,
  blockMinutes: number,
): { steps: string[]; lines: CalendarLine[] } {
  const known = STEPS.filter(
    ([, field]) =>
      day.sessions.some((s) => s[field]) || (day.contracts.length > 0 && field.startsWith('gate')),
  );
  const at = (iso: string | undefined) => (iso ? momentText(iso, day.day, zone) : '–');
  const auctions = day.sessions.map((s) => ({
    key: `session ${s.session}`,
    contract: '',
    delivery: span(s.firstBlock, s.blockCount, blockMinutes),
    moments: known.map(([, field]) => at(s[field])),
  }));
  const kinds = [...new Set(day.contracts.map((c) => c.contract))];
  const contracts = kinds.map((kind) => {
    const windows = day.contracts.filter((c) => c.contract === kind);
    return contractLine(windows, blockMinutes, (of) =>
      known.map(([, field]) => at(field === 'gateOpensAt' || field === 'gateClosesAt' ? of[field] : '')),
    );
  });
  return { steps: known.map(([name]) => name), lines: [...auctions, ...contracts] };
}

type ContractWindow = CalendarDay['contracts'][number];

/** A contract in one line, also where each of its periods has a gate of its own. */
function contractLine(
  windows: readonly ContractWindow[],
  blockMinutes: number,
  moments: (of: ContractWindow) => string[],
): CalendarLine {
  const first = windows[0] as ContractWindow;
  const last = windows.at(-1) as ContractWindow;
  const end = moments(last);
  const blocks = last.firstBlock + last.blockCount - first.firstBlock;
  return {
    key: first.contract,
    contract: `${plain(first.contract)}, ${first.mechanism === 'continuous' ? 'continuous' : 'reverse auction'}`,
    delivery:
      first.firstDay === first.lastDay
        ? `${span(first.firstBlock, blocks, blockMinutes)}${windows.length > 1 ? ', each block' : ''}`
        : `${shortDay(first.firstDay)} – ${shortDay(first.lastDay)}`,
    moments: moments(first).map((text, i) => (text === end[i] ? text : `${text} … ${end[i]}`)),
  };
}

const span = (firstBlock: number, blockCount: number, minutes: number): string =>
  `${plannedStart(firstBlock, minutes)}–${plannedStart(firstBlock + blockCount, minutes).replace(/^00:00$/, '24:00')}`;

/** Time alone on the delivery day, with its date on another one. */
export const momentText = (iso: string, day: string, zone: string): string =>
  dayIn(zone, iso) === day ? clockTime(iso, zone) : moment(iso, zone);
