import { describe, expect, it } from 'vitest';
import {
  contractForm,
  contractInput,
  decimal,
  profileWords,
  recordForm,
  recordInput,
} from './registration-model';

describe('a record', () => {
  it('is sent with what its kind has, and nothing else', () => {
    const form = { ...recordForm(), clientCode: ' M-1 ', quantumMw: '50', operatorCode: 'iex' };
    expect(recordInput(form)).toEqual({
      kind: 'client_code',
      operatorCode: 'iex',
      clientCode: 'M-1',
      portfolioCode: undefined,
      reference: undefined,
      validFrom: undefined,
      validTo: undefined,
    });
    expect(recordInput({ ...form, kind: 'network_access' })).toMatchObject({ quantumMw: 50 });
    expect(recordInput({ ...form, kind: 'margin', asOf: '2026-11-26T09:15' })).toMatchObject({
      asOf: '2026-11-26T09:15:00+05:30',
    });
  });

  it('leaves what is no number to the server to name', () => {
    expect(decimal('12,5')).toBe(12.5);
    expect(decimal('much')).toBeUndefined();
    expect(decimal(' ')).toBeUndefined();
  });
});

describe('a contract', () => {
  it('has peak hours only where its profile has a peak, and counts in the exchange it is written for', () => {
    const form = { ...contractForm('x'), megawatts: '40' };
    expect(contractInput(form).profile).toEqual({ shape: 'flat', megawatts: 40 });
    expect(contractInput({ ...form, shape: 'peak' })).toMatchObject({
      exchangeId: 'x',
      profile: { shape: 'peak', megawatts: 40, from: '18:00', to: '22:00' },
    });
  });

  it('says its profile in words', () => {
    expect(profileWords({ profile: { shape: 'flat', megawatts: 40, blocks: [] } })).toBe('40.000 MW all day');
    expect(profileWords({ profile: { shape: 'blocks', blocks: [0, 12.5] } })).toBe(
      'by block, up to 12.500 MW',
    );
  });
});
