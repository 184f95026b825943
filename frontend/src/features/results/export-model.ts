/** What a tab of the results can be taken away as; null where there is nothing of its own to take. */
export type ExportTable = 'prices' | 'flows' | 'awards';

export const EXPORT_FORMATS = [
  { code: 'csv', name: 'CSV', hint: 'any program' },
  { code: 'xlsx', name: 'Excel', hint: 'one sheet' },
  { code: 'parquet', name: 'Parquet', hint: 'data tools' },
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['code'];

export const exportPath = (runId: string, table: ExportTable, format: ExportFormat): string =>
  `/api/v1/clearing-runs/${runId}/export/${table}?format=${format}`;
