import { describe, expect, test } from 'vitest';
import type { AlertRule } from '@/api/types';
import { formOf, inputOf, NEW_RULE, sentence, way } from './rule-model';

const rule: AlertRule = {
  id: 'r',
  name: 'High',
  kind: 'price',
  marketCode: 'sim-dam',
  areaCode: 'W2',
  comparison: 'above',
  threshold: 5000,
  channels: ['in_app', 'email'],
  digest: 'daily',
  dailyAt: '18:30',
  critical: false,
  enabled: true,
  createdAt: '2026-07-01T00:00:00Z',
  version: 1,
};

describe('a rule in the form', () => {
  test('comes back as it was', () => {
    const { id: _id, createdAt: _at, version: _v, ...input } = rule;
    expect(inputOf(formOf(rule))).toEqual({ ...input, minutes: undefined });
  });
  test('sends only what its kind knows', () => {
    expect(inputOf({ ...NEW_RULE, name: 'B', kind: 'bid_rejected', threshold: '5' })).toEqual({
      name: 'B',
      kind: 'bid_rejected',
      channels: ['in_app'],
      digest: 'immediately',
      critical: false,
      enabled: true,
    });
  });
});

test('a rule reads as a sentence', () => {
  expect(sentence(rule)).toBe('Price in W2 (sim-dam) above 5,000.00 per MWh');
  expect(way(rule)).toBe('in the application and by e-mail, e-mail daily at 18:30');
  expect(way({ ...rule, channels: ['in_app'] })).toBe('in the application, at once');
});
