import type { ExchangeConnection, ExchangeConnectionInput } from '@/api/types';
import type { Tone } from '@/ui/states';

export type Kind = ExchangeConnection['kind'];

export const KINDS: { code: Kind; name: string }[] = [
  { code: 'simulated', name: 'None: for practice' },
  { code: 'file_drop', name: 'Files in a folder' },
  { code: 'http', name: 'HTTP' },
];

/** A connection as it stands in its form; what its kind has no use for is not sent. */
export interface ConnectionForm {
  operatorCode: string;
  kind: Kind;
  enabled: boolean;
  memberId: string;
  folder: string;
  url: string;
  secret: string;
  timeoutMillis: string;
  attempts: string;
}

export const NEW_CONNECTION: ConnectionForm = {
  operatorCode: 'iex',
  kind: 'file_drop',
  enabled: true,
  memberId: '',
  folder: '',
  url: '',
  secret: '',
  timeoutMillis: '5000',
  attempts: '5',
};

export const formOf = (connection: ExchangeConnection): ConnectionForm => ({
  operatorCode: connection.operatorCode,
  kind: connection.kind,
  enabled: connection.enabled,
  memberId: connection.memberId ?? '',
  folder: connection.folder ?? '',
  url: connection.url ?? '',
  secret: '',
  timeoutMillis: String(connection.timeoutMillis),
  attempts: String(connection.attempts),
});

export function inputOf(form: ConnectionForm): ExchangeConnectionInput {
  const outside = form.kind !== 'simulated';
  const text = (wanted: boolean, value: string) => (wanted && value !== '' ? value : undefined);
  return {
    operatorCode: form.operatorCode,
    kind: form.kind,
    enabled: form.enabled,
    memberId: text(outside, form.memberId),
    folder: text(form.kind === 'file_drop', form.folder),
    url: text(form.kind === 'http', form.url),
    secret: text(form.kind === 'http', form.secret),
    timeoutMillis: Number(form.timeoutMillis),
    attempts: Number(form.attempts),
  };
}

/** How a connection is, in a word. */
export function condition(connection: ExchangeConnection): { word: string; tone: Tone } {
  if (!connection.enabled) return { word: 'Off', tone: 'quiet' };
  if (connection.kind === 'simulated') return { word: 'Practice', tone: 'quiet' };
  const { circuit, error, succeededAt } = connection.state;
  if (circuit === 'open') return { word: 'Not answering', tone: 'bad' };
  if (circuit === 'half_open') return { word: 'Being tried', tone: 'warn' };
  if (error) return { word: 'Failing', tone: 'warn' };
  return succeededAt ? { word: 'Answering', tone: 'good' } : { word: 'Not used yet', tone: 'quiet' };
}
