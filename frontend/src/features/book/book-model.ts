import type { BookDay, BookSeries } from '@/api/types';

export type Side = 'sell' | 'buy';
export type Kind = BookSeries['kind'];
export type Unit = 'mw' | 'mwh';

/** kW and finer: what an exact figure of the server has at most. */
const SCALE = 1_000_000;

/** The kinds from the surest to the least sure, as they are stacked. */
export const KINDS: readonly { kind: Kind; name: string; color: string }[] = [
  { kind: 'long_term', name: 'Long-term', color: 'var(--ob-zone-0)' },
  { kind: 'bilateral', name: 'Bilateral', color: 'var(--ob-zone-6)' },
  { kind: 'awarded', name: 'Awarded', color: 'var(--ob-zone-1)' },
  { kind: 'provisional', name: 'Provisional', color: 'var(--ob-zone-7)' },
  { kind: 'carried_over', name: 'Carried over', color: 'var(--ob-zone-4)' },
  { kind: 'offered', name: 'Offered', color: 'var(--ob-zone-2)' },
];

/** A sum of decimals without the dust that binary fractions leave. */
export const sum = (values: readonly number[]): number =>
  values.reduce((total, v) => total + Math.round(v * SCALE), 0) / SCALE;

/** Markets with something in them, by code. */
export const marketsOf = (book: BookDay): string[] =>
  [...new Set(book.series.map((s) => s.marketCode).filter((code) => code != null))].sort();

interface Figures {
  powerMw: number[];
  energyMwh: number[];
}

const valuesOf = (figures: Figures, unit: Unit): number[] =>
  unit === 'mw' ? figures.powerMw : figures.energyMwh;

export interface Layer {
  side: Side;
  kind: Kind;
  values: number[];
}

/**
 * What is stacked of a side: each kind over the markets shown.
 *
 * @param market one market; null for everything, contracts too
 */
export function layersOf(book: BookDay, side: Side, unit: Unit, market: string | null): Layer[] {
  return KINDS.flatMap(({ kind }) => {
    const shown = book.series
      .filter((s) => s.side === side && s.kind === kind && (market === null || s.marketCode === market))
      .map((s) => valuesOf(s.figures, unit));
    return shown.length === 0
      ? []
      : [{ side, kind, values: book.blockStarts.map((_, i) => sum(shown.map((values) => values[i] ?? 0))) }];
  });
}

export interface BookRow {
  block: number;
  start: string;
  /** By kind; absent where there is nothing of it. */
  sell: Partial<Record<Kind, number>>;
  buy: Partial<Record<Kind, number>>;
  scheduled: number | null;
  leftToSell: number;
  leftToBuy: number;
}

/** The day block by block; what is left counts every market, whichever is shown. */
export function rowsOf(book: BookDay, unit: Unit, market: string | null): BookRow[] {
  const sell = layersOf(book, 'sell', unit, market);
  const buy = layersOf(book, 'buy', unit, market);
  const at = (layers: Layer[], i: number) => Object.fromEntries(layers.map((l) => [l.kind, l.values[i]]));
  return book.blockStarts.map((start, i) => ({
    block: i + 1,
    start: start.slice(11, 16),
    sell: at(sell, i),
    buy: at(buy, i),
    scheduled: book.scheduled ? (valuesOf(book.scheduled, unit)[i] ?? null) : null,
    leftToSell: valuesOf(book.sale.remaining, unit)[i] ?? 0,
    leftToBuy: valuesOf(book.purchase.remaining, unit)[i] ?? 0,
  }));
}

/** Kinds with something in them on a side. */
export const kindsIn = (rows: readonly BookRow[], side: Side): Kind[] =>
  KINDS.map((k) => k.kind).filter((kind) => rows.some((r) => (r[side][kind] ?? 0) !== 0));

export const nameOf = (kind: Kind): string => KINDS.find((k) => k.kind === kind)?.name ?? kind;
export const colorOf = (kind: Kind): string => KINDS.find((k) => k.kind === kind)?.color ?? 'currentColor';

/** Blocks in which more is committed than the assets can do. */
export const oversold = (book: BookDay): number[] =>
  book.blockStarts.flatMap((_, i) =>
    (book.sale.remaining.powerMw[i] ?? 0) < 0 || (book.purchase.remaining.powerMw[i] ?? 0) < 0 ? [i + 1] : [],
  );
