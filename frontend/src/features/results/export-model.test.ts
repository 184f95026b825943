import { expect, test } from 'vitest';
import { exportPath } from './export-model';

test('the path says table and format', () => {
  expect(exportPath('r', 'flows', 'parquet')).toBe('/api/v1/clearing-runs/r/export/flows?format=parquet');
});
