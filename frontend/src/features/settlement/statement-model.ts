import type { Dispute, Statement, StatementDay } from '@/api/types';
import type { Tone } from '@/ui/states';

/** A code of the API as words; abbreviations in capitals. */
export const words = (code: string): string =>
  code
    .replaceAll('_', ' ')
    .replace(/^(band)-/, '$1 ')
    .replace(/\b(gst|nldc|sldc)\b/g, (short) => short.toUpperCase());

export const spanOf = (s: Pick<Statement, 'firstDay' | 'lastDay'>): string =>
  s.firstDay === s.lastDay ? s.firstDay : `${s.firstDay} to ${s.lastDay}`;

export function toneOf(s: Pick<Statement, 'state' | 'status'>): Tone {
  if (s.state === 'queued' || s.state === 'running') return 'busy';
  if (s.state !== 'ready') return 'bad';
  return s.status === 'final' ? 'good' : 'warn';
}

export const labelOf = (s: Pick<Statement, 'state' | 'status'>): string =>
  s.state === 'ready' ? s.status : s.state;

export interface DayBar {
  day: string;
  total: number;
  deviation: number;
}

/** The bars of one asset, by date. */
export const barsOf = (days: readonly StatementDay[], assetId: string): DayBar[] =>
  days
    .filter((d) => d.assetId === assetId)
    .map((d) => ({ day: d.day, total: d.total, deviation: d.deviationAmount }));

/** Steps that a dispute's state allows, the likeliest first. */
const STEPS: Record<string, readonly string[]> = {
  open: ['submit', 'withdraw'],
  submitted: ['accept', 'reject', 'withdraw'],
  accepted: ['close'],
  rejected: ['close'],
  withdrawn: ['close'],
  closed: [],
};

export const stepsOf = (d: Pick<Dispute, 'state'>): readonly string[] => STEPS[d.state] ?? [];

const BANDS = ['none', 'within the first limit', 'within the second limit', 'beyond'];
export const bandText = (band: number): string => BANDS[band] ?? String(band);
