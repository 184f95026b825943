import type { Asset, Market, Site } from '@/api/types';

/** Whose position: of one asset, of a site, or, with neither, of every asset of the grid. */
export interface Portfolio {
  assetId?: string;
  siteId?: string;
}

interface Choice {
  value: string;
  label: string;
}

/** A choice of the list, "site:…" or "asset:…"; null for every asset. */
export function portfolioOf(value: string | null): Portfolio {
  const [kind, id] = value?.split(':') ?? [];
  if (!id) return {};
  return kind === 'site' ? { siteId: id } : { assetId: id };
}

type Placed = Pick<Asset, 'marketCode'>;

/** The grid that something of a market stands on. */
const gridOf = (placed: Placed, markets: readonly Market[]): string =>
  markets.find((m) => m.code === placed.marketCode)?.grid ?? '';

/** Those on one grid; on every one where it is null. */
export const onGrid = <T extends Placed>(
  all: readonly T[],
  markets: readonly Market[],
  grid: string | null,
) => all.filter((placed) => grid === null || gridOf(placed, markets) === grid);

/** Grids the assets stand on: a book of all is of one of them. */
export const gridsOf = (assets: readonly Placed[], markets: readonly Market[]): string[] => [
  ...new Set(assets.map((a) => gridOf(a, markets))),
];

/** Sites that have an asset, and every asset, as a list to choose from. */
export function choicesOf(
  sites: readonly Site[],
  assets: readonly Asset[],
): { group: string; items: Choice[] }[] {
  const byName = (a: Choice, b: Choice) => a.label.localeCompare(b.label);
  const used = sites.filter((s) => assets.some((a) => a.siteId === s.id));
  return [
    { group: 'Sites', items: used.map((s) => ({ value: `site:${s.id}`, label: s.name })).toSorted(byName) },
    {
      group: 'Assets',
      items: assets.map((a) => ({ value: `asset:${a.id}`, label: a.name })).toSorted(byName),
    },
  ].filter((g) => g.items.length > 0);
}

/** The zone that the days of a choice are of; of the first asset's market where all are meant. */
export function zoneOf(
  { assetId, siteId }: Portfolio,
  assets: readonly Asset[],
  markets: readonly Market[],
): string | null {
  const first = assets.find((a) => (assetId ? a.id === assetId : siteId ? a.siteId === siteId : true));
  return markets.find((m) => m.code === first?.marketCode)?.timeZone ?? null;
}
