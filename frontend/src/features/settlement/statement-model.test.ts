import { describe, expect, test } from 'vitest';
import { bandText, barsOf, labelOf, spanOf, stepsOf, toneOf, words } from './statement-model';

describe('statements in words', () => {
  test('a span of one day is a day', () => {
    expect(spanOf({ firstDay: '2026-10-01', lastDay: '2026-10-01' })).toBe('2026-10-01');
    expect(spanOf({ firstDay: '2026-10-01', lastDay: '2026-10-31' })).toBe('2026-10-01 to 2026-10-31');
  });

  test('state before status', () => {
    expect(labelOf({ state: 'running', status: 'provisional' })).toBe('running');
    expect(labelOf({ state: 'ready', status: 'final' })).toBe('final');
    expect(toneOf({ state: 'failed', status: 'provisional' })).toBe('bad');
    expect(toneOf({ state: 'ready', status: 'provisional' })).toBe('warn');
    expect(toneOf({ state: 'ready', status: 'final' })).toBe('good');
  });

  test('codes and bands', () => {
    expect(words('deviation_above')).toBe('deviation above');
    expect(words('gst')).toBe('GST');
    expect(words('nldc_fee')).toBe('NLDC fee');
    expect(words('band-1')).toBe('band 1');
    expect(words('sim-dam')).toBe('sim-dam');
    expect(bandText(3)).toBe('beyond');
  });

  test('bars are those of the asset', () => {
    const day = { day: '2026-10-01', energyMwh: 1, deviationMwh: 0, lines: 1 };
    expect(
      barsOf(
        [
          { ...day, assetId: 'a', total: 5, deviationAmount: -1 },
          { ...day, assetId: 'b', total: 6, deviationAmount: 0 },
        ],
        'a',
      ),
    ).toEqual([{ day: '2026-10-01', total: 5, deviation: -1 }]);
  });

  test('a closed dispute has no step', () => {
    expect(stepsOf({ state: 'open' })).toEqual(['submit', 'withdraw']);
    expect(stepsOf({ state: 'closed' })).toEqual([]);
  });
});
