import { isPrice, type Row } from './sheet-model';

export type CurveKind = 'step' | 'linear';
export type Side = 'buy' | 'sell';

export interface CurveHint {
  column: number;
  message: string;
}

export interface FilledPoint {
  column: number;
  price: number;
  /** Cumulative MW. */
  quantity: number;
}

/** The complete points of a row, as typed. */
export function pointsIn(row: Row): FilledPoint[] {
  const out: FilledPoint[] = [];
  for (let c = 0; c < row.length; c += 2) {
    const price = row[c] ?? null;
    const quantity = row[c + 1] ?? null;
    if (price !== null && quantity !== null) out.push({ column: c, price, quantity });
  }
  return out;
}

/** Where a row is no curve of its side; said while typing, before the server has judged it. */
export function hintsOf(row: Row, side: Side, kind: CurveKind): CurveHint[] {
  const hints: CurveHint[] = [];
  let before: FilledPoint | undefined;
  for (const p of pointsIn(row)) {
    if (before) {
      if (side === 'sell' ? p.price <= before.price : p.price >= before.price)
        hints.push({
          column: p.column,
          message: `A ${side}’s prices ${side === 'sell' ? 'rise' : 'fall'} from point to point`,
        });
      if (kind === 'linear' ? p.quantity < before.quantity : p.quantity <= before.quantity)
        hints.push({
          column: p.column + 1,
          message: `Quantities are cumulative: ${kind === 'linear' ? 'none may be below' : 'each must be above'} the one before`,
        });
    }
    before = p;
  }
  return hints;
}

/** MW the row offers or wants at a price; null for a row without points. */
export function quantityAt(row: Row, side: Side, kind: CurveKind, price: number): number | null {
  const points = pointsIn(row);
  const first = points[0];
  if (!first) return null;
  const reached = (p: FilledPoint) => (side === 'sell' ? p.price <= price : p.price >= price);
  if (!reached(first)) return 0;
  const next = points.findIndex((p) => !reached(p));
  const last = points[(next < 0 ? points.length : next) - 1] ?? first;
  const after = next < 0 ? undefined : points[next];
  if (kind === 'step' || !after) return last.quantity;
  const share = (price - last.price) / (after.price - last.price);
  return last.quantity + share * (after.quantity - last.quantity);
}

/** Corners of the row's curve as (MW, price), beginning at no quantity: a line, or stairs. */
export function cornersOf(row: Row, kind: CurveKind): { q: number; p: number }[] {
  const out: { q: number; p: number }[] = [];
  let reached = 0;
  for (const { price, quantity } of pointsIn(row)) {
    if (kind === 'step' || out.length === 0) out.push({ q: reached, p: price });
    out.push({ q: quantity, p: price });
    reached = quantity;
  }
  return out;
}

/** MWh offered at each point of the sheet, by column of its quantity, and the mean of each price column. */
export function columnTotals(sheet: readonly Row[], hours: number): (number | null)[] {
  const columns = sheet[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, c) => {
    const values = sheet.map((row) => row[c] ?? null).filter((v): v is number => v !== null);
    if (values.length === 0) return null;
    const sum = values.reduce((a, b) => a + b, 0);
    return isPrice(c) ? sum / values.length : sum * hours;
  });
}

/** Money at the bid's own prices, from each block's first point to its last; null without a point. */
export function valueRange(sheet: readonly Row[], hours: number): { least: number; most: number } | null {
  let least = 0;
  let most = 0;
  let any = false;
  for (const row of sheet) {
    const money = pointsIn(row).map((p) => p.price * p.quantity * hours);
    if (money.length === 0) continue;
    any = true;
    least += Math.min(...money);
    most += Math.max(...money);
  }
  return any ? { least, most } : null;
}
