import { expect, test } from 'vitest';
import { fileNameOf } from './save-file';

test('a file keeps the name the server gives it', () => {
  expect(fileNameOf('attachment; filename="gme-mgp_2025-06-02_run-1_prices.csv"', 'x')).toBe(
    'gme-mgp_2025-06-02_run-1_prices.csv',
  );
});

test('a name that is a path, or none, is not taken', () => {
  expect(fileNameOf('attachment; filename="../x"', 'prices.csv')).toBe('prices.csv');
  expect(fileNameOf(null, 'prices.csv')).toBe('prices.csv');
});
