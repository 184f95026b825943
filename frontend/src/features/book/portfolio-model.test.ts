import { describe, expect, it } from 'vitest';
import type { Asset, Market, Site } from '@/api/types';
import { choicesOf, gridsOf, onGrid, portfolioOf, zoneOf } from './portfolio-model';

const asset = (id: string, marketCode: string, siteId?: string) =>
  ({ id, name: `Asset ${id}`, marketCode, ...(siteId ? { siteId } : {}) }) as Asset;
const site = (id: string, marketCode: string): Site => ({
  id,
  name: `Site ${id}`,
  marketCode,
  areaCode: 'X',
  version: 1,
});
const market = (code: string, grid: string, timeZone: string) => ({ code, grid, timeZone }) as Market;

const markets = [
  market('gme-mgp', 'it', 'Europe/Rome'),
  market('sim-dam', 'in', 'Asia/Kolkata'),
  market('iex-dam', 'in', 'Asia/Kolkata'),
];
const assets = [asset('b', 'gme-mgp', 'po'), asset('a', 'iex-dam'), asset('c', 'sim-dam', 'thar')];
const sites = [site('thar', 'sim-dam'), site('po', 'gme-mgp'), site('empty', 'gme-mgp')];

describe('whose position the book shows', () => {
  it('is told apart by its kind', () => {
    expect(portfolioOf(null)).toEqual({});
    expect(portfolioOf('site:s1')).toEqual({ siteId: 's1' });
    expect(portfolioOf('asset:a1')).toEqual({ assetId: 'a1' });
  });

  it('is chosen of sites with assets and of assets, by name', () =>
    expect(choicesOf(sites, assets)).toEqual([
      {
        group: 'Sites',
        items: [
          { value: 'site:po', label: 'Site po' },
          { value: 'site:thar', label: 'Site thar' },
        ],
      },
      {
        group: 'Assets',
        items: [
          { value: 'asset:a', label: 'Asset a' },
          { value: 'asset:b', label: 'Asset b' },
          { value: 'asset:c', label: 'Asset c' },
        ],
      },
    ]));

  it('stands on the grid of an exchange whatever market of it an asset is of', () => {
    expect(onGrid(assets, markets, 'in').map((a) => a.id)).toEqual(['a', 'c']);
    expect(onGrid(assets, markets, null)).toHaveLength(3);
    expect(gridsOf(assets, markets)).toEqual(['it', 'in']);
  });

  it('has days of its own zone', () => {
    expect(zoneOf({ siteId: 'po' }, assets, markets)).toBe('Europe/Rome');
    expect(zoneOf({ assetId: 'a' }, assets, markets)).toBe('Asia/Kolkata');
    expect(zoneOf({}, assets, markets)).toBe('Europe/Rome');
    expect(zoneOf({}, [], markets)).toBe(null);
  });
});
