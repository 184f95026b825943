import type { StoredFile } from '@/api/types';

export const PURPOSES: { code: StoredFile['purpose']; name: string }[] = [
  { code: 'document', name: 'Document' },
  { code: 'contract', name: 'Contract' },
  { code: 'evidence', name: 'Evidence for a dispute' },
  { code: 'meter_data', name: 'Meter data' },
];

export const purposeName = (code: StoredFile['purpose']): string =>
  PURPOSES.find((p) => p.code === code)?.name ?? code;

const KINDS: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/zip': 'ZIP archive',
  'application/gzip': 'gzip',
  'application/json': 'JSON',
  'application/xml': 'XML',
  'application/vnd.apache.parquet': 'Parquet',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel workbook',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
  'text/csv': 'CSV table',
  'text/plain': 'Text',
};

/** What people call a media type. */
export const kindName = (mediaType: string): string =>
  KINDS[mediaType] ??
  (mediaType.startsWith('image/') ? `${mediaType.slice(6).toUpperCase()} image` : mediaType);
