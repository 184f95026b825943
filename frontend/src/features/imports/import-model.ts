import type { Import } from '@/api/types';
import type { Tone } from '@/ui/states';

export const isUnderWay = (i: Import): boolean => i.state === 'received' || i.state === 'checking';

export const IMPORT_TONE: Record<Import['state'], Tone> = {
  received: 'busy',
  checking: 'busy',
  published: 'good',
  rejected: 'bad',
  failed: 'bad',
};

export const IMPORT_TEXT: Record<Import['state'], string> = {
  received: 'Received',
  checking: 'Checking',
  published: 'Published',
  rejected: 'Refused',
  failed: 'Failed',
};

const MAX_BYTES = 64 * 1024 * 1024;

/** Why a choice of files cannot be sent, as a sentence; null when it can. */
export function fileObjection(files: readonly { name: string; size: number }[]): string | null {
  if (files.length === 0) return 'Choose at least one file.';
  const odd = files.find((f) => !/\.csv(\.gz)?$/i.test(f.name));
  if (odd) return `${odd.name} is neither .csv nor .csv.gz.`;
  const total = files.reduce((n, f) => n + f.size, 0);
  if (total > MAX_BYTES)
    return `The files have ${Math.ceil(total / 1048576)} MiB together; 64 MiB are allowed.`;
  return null;
}
