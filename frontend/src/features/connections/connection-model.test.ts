import { describe, expect, it } from 'vitest';
import type { ExchangeConnection } from '@/api/types';
import { condition, formOf, inputOf, NEW_CONNECTION } from './connection-model';

const connection: ExchangeConnection = {
  id: '1',
  operatorCode: 'iex',
  kind: 'http',
  enabled: true,
  memberId: 'M1',
  folder: null,
  url: 'https://exchange.example/',
  secretSet: true,
  timeoutMillis: 5000,
  attempts: 5,
  state: { circuit: 'closed', succeededAt: null, failedAt: null, error: null, waiting: 0, inDoubt: 0 },
  createdAt: '2026-01-01T00:00:00Z',
  version: 1,
};

describe('a connection in its form', () => {
  it('keeps the secret it has when none is written', () => {
    expect(inputOf(formOf(connection))).not.toHaveProperty('secret', '');
    expect(inputOf(formOf(connection)).secret).toBeUndefined();
  });

  it('sends nothing that means nothing to its kind', () => {
    const input = inputOf({
      ...NEW_CONNECTION,
      memberId: 'M1',
      folder: 'iex',
      url: 'https://x.example',
      secret: 'long enough a secret',
    });
    expect(input).toMatchObject({ kind: 'file_drop', folder: 'iex' });
    expect([input.url, input.secret]).toEqual([undefined, undefined]);
  });
});

describe('how a connection is', () => {
  it('is told from its circuit and its last calls', () => {
    const at = (change: Partial<ExchangeConnection['state']>) =>
      condition({ ...connection, state: { ...connection.state, ...change } }).word;
    expect(at({})).toBe('Not used yet');
    expect(at({ succeededAt: '2026-01-01T00:00:00Z' })).toBe('Answering');
    expect(at({ error: 'no answer' })).toBe('Failing');
    expect(at({ circuit: 'open', error: 'no answer' })).toBe('Not answering');
    expect(at({ circuit: 'half_open', error: 'no answer' })).toBe('Being tried');
    expect(condition({ ...connection, enabled: false }).word).toBe('Off');
  });
});
