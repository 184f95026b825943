import { describe, expect, it } from 'vitest';
import type { PriceCoverage, PriceSeries } from '@/api/types';
import {
  DAY,
  figuresOf,
  firstChoice,
  lastDays,
  originOf,
  pointAt,
  startOfDay,
  steps,
  zoomed,
} from './price-model';

const covered = (over: Partial<PriceCoverage>): PriceCoverage => ({
  marketCode: 'iex-dam',
  marketName: 'IEX day-ahead market',
  simulated: false,
  timeZone: 'Asia/Kolkata',
  area: 'N1',
  areaName: 'North 1',
  kind: 'bidding',
  source: 'published',
  firstDay: '2022-10-18',
  lastDay: '2022-10-19',
  ...over,
});

const series = (over: Partial<PriceSeries>): PriceSeries => ({
  marketCode: 'iex-dam',
  marketName: 'IEX day-ahead market',
  simulated: false,
  area: 'N1',
  source: 'published',
  currency: 'INR',
  timeZone: 'Asia/Kolkata',
  resolution: 'block',
  stepMinutes: 15,
  starts: [0, 900, 3600],
  mean: [1, 2, 6],
  min: [],
  max: [],
  volume: [],
  ...over,
});

describe('days of a market', () => {
  it('begin at its own midnight', () => {
    expect(startOfDay('2022-10-18', 'Asia/Kolkata')).toBe(Date.parse('2022-10-17T18:30:00Z') / 1000);
    expect(startOfDay('2025-03-30', 'Europe/Rome')).toBe(Date.parse('2025-03-29T23:00:00Z') / 1000);
    expect(startOfDay('2025-03-31', 'Europe/Rome')).toBe(Date.parse('2025-03-30T22:00:00Z') / 1000);
  });
  it('are taken from the last one back', () => {
    const span = lastDays(covered({}), 7);
    expect(span.to - span.from).toBe(7 * DAY);
    expect(span.to).toBe(Date.parse('2022-10-19T18:30:00Z') / 1000);
  });
});

describe('a series', () => {
  it('breaks where blocks are missing and ends with its last step', () => {
    expect(steps(series({}), [1, 2, 6])).toEqual([
      [0, 900, 1800, 3600, 4500],
      [1, 2, null, 6, 6],
    ]);
  });
  it('says its figures, with the extremes of single blocks', () => {
    expect(figuresOf(series({}))).toEqual({ mean: 3, min: 1, max: 6 });
    expect(figuresOf(series({ min: [0, 1, 2], max: [9, 9, 10] }))).toEqual({ mean: 3, min: 0, max: 10 });
    expect(figuresOf(series({ starts: [], mean: [] }))).toBeNull();
  });
  it('knows the point of an instant', () => {
    expect(pointAt(series({}), 899)).toBe(0);
    expect(pointAt(series({}), 900)).toBe(1);
    expect(pointAt(series({}), 2000)).toBeNull();
    expect(pointAt(series({}), 4499)).toBe(2);
    expect(pointAt(series({}), -1)).toBeNull();
  });
});

describe('what is shown first', () => {
  it('is a real and a simulated price of the same area', () => {
    const sim = covered({ marketCode: 'sim-dam', simulated: true, source: 'cleared', area: 'A1' });
    const same = { ...sim, area: 'N1' };
    expect(firstChoice([covered({}), sim, same])).toEqual(['iex-dam N1 published', 'sim-dam N1 cleared']);
    expect(firstChoice([sim])).toEqual(['sim-dam A1 cleared']);
    expect(firstChoice([])).toEqual([]);
  });
  it('says where it is from', () => {
    expect(originOf({ simulated: true, source: 'cleared' })).toBe('Simulated');
    expect(originOf({ simulated: false, source: 'published' })).toMatch(/^Real/);
    expect(originOf({ simulated: false, source: 'cleared' })).toMatch(/^Cleared here/);
  });
});

it('zooms around the middle, within bounds', () => {
  expect(zoomed({ from: 0, to: 7200 }, 0.5)).toEqual({ from: 1800, to: 5400 });
  const least = zoomed({ from: 0, to: 3600 }, 0.01);
  expect(least.to - least.from).toBe(3600);
});
