import { describe, expect, it } from 'vitest';
import { kindName } from './file-model';

describe('files', () => {
  it('have kinds by name, and by media type where there is none', () => {
    expect(kindName('text/csv')).toBe('CSV table');
    expect(kindName('image/png')).toBe('PNG image');
    expect(kindName('application/octet-stream')).toBe('application/octet-stream');
  });
});
