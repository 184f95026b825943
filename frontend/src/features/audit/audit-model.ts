import type { AuditChain, AuditEntry } from '@/api/types';
import { figure } from '@/ui/format';
import type { Tone } from '@/ui/states';

/** What is looked for; what is left out does not matter. */
export interface AuditFilter {
  action?: string;
  subjectType?: string;
  subjectId?: string;
  actor?: string;
  q?: string;
  from?: string;
  to?: string;
}

/** What the form holds, as typed. */
export interface AuditForm {
  action: string;
  actor: string;
  subjectType: string;
  subject: string;
  q: string;
  from: string;
  to: string;
}

export const EMPTY_FORM: AuditForm = {
  action: '',
  actor: '',
  subjectType: '',
  subject: '',
  q: '',
  from: '',
  to: '',
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isId = (text: string): boolean => UUID.test(text.trim());

/** The filter a form stands for: days are whole days of the reader's own time zone, both included. */
export function filterOf(form: AuditForm): AuditFilter {
  const filter: AuditFilter = {};
  if (form.action) filter.action = form.action;
  if (form.actor) filter.actor = form.actor;
  if (form.subjectType) filter.subjectType = form.subjectType;
  if (isId(form.subject)) filter.subjectId = form.subject.trim();
  if (form.q.trim()) filter.q = form.q.trim();
  if (form.from) filter.from = new Date(`${form.from}T00:00:00`).toISOString();
  if (form.to) {
    const end = new Date(`${form.to}T00:00:00`);
    end.setDate(end.getDate() + 1);
    filter.to = end.toISOString();
  }
  return filter;
}

export function exportPath(filter: AuditFilter, format: 'csv' | 'jsonl'): string {
  const query = new URLSearchParams({ format, ...filter });
  return `/api/v1/audit/export?${query}`;
}

/** One value that is not what it was; a side is null where there was or is nothing. */
export interface Change {
  path: string;
  before: string | null;
  after: string | null;
}

/** What differs between the values before and after, leaf by leaf; without a before, all there is. */
export function changes(entry: Pick<AuditEntry, 'before' | 'after'>): Change[] {
  const before = leaves(entry.before ?? undefined);
  const after = leaves(entry.after);
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((change) => change.before !== change.after);
}

function leaves(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (value === undefined) return into;
  if (value !== null && typeof value === 'object' && !isFlat(value)) {
    for (const [name, child] of Object.entries(value)) leaves(child, path ? `${path}.${name}` : name, into);
  } else if (path) {
    into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return into;
}

/** A list of plain values or of pairs, such as a curve's points, is one thing to a reader. */
const isFlat = (value: object): boolean =>
  Array.isArray(value) && value.every((v) => v === null || typeof v !== 'object' || Array.isArray(v));

/** What the badge says of the chain. */
export function verdict(chain: AuditChain, at: (t: string) => string): { tone: Tone; text: string } {
  const last = chain.verification;
  if (!last) return { tone: 'quiet', text: 'Chain not verified yet' };
  if (last.brokenAt !== undefined && last.brokenAt !== null)
    return { tone: 'bad', text: `Chain broken at #${figure(last.brokenAt, 0)}: ${last.problem ?? ''}` };
  return { tone: 'good', text: `Chain verified up to #${figure(last.upTo, 0)} at ${at(last.at)}` };
}
