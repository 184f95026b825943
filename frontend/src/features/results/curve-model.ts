import type { Curve, CurvePoint } from '@/api/types';
import type { CurveKind } from '@/features/bids/curve-hints';

export interface Frame {
  /** MWh */
  q0: number;
  q1: number;
  /** Price per MWh */
  p0: number;
  p1: number;
}

/** A window around the clearing point: all of both curves' prices near it, with a little air. */
export function frameOf(curve: Curve): Frame {
  const all = [...curve.supply, ...curve.demand];
  const q = all.map((p) => p.quantityMwh).concat(curve.clearing.quantityMwh);
  const prices = all.map((p) => p.price).toSorted((a, b) => a - b);
  // The outermost steps stand at the market's limits and would flatten everything between.
  const at = (share: number) => prices[Math.round(share * (prices.length - 1))] ?? curve.clearing.price;
  const p0 = Math.min(at(0.08), curve.clearing.price);
  const p1 = Math.max(at(0.92), curve.clearing.price);
  const air = Math.max((p1 - p0) * 0.12, 2);
  const q0 = Math.min(...q);
  const q1 = Math.max(...q);
  return { q0, q1: q1 > q0 ? q1 : q0 + 1, p0: p0 - air, p1: p1 + air };
}

/** By quantity; where it stands still the curve is vertical, and keeps the order it came in. */
const byQuantity = (points: readonly CurvePoint[]): CurvePoint[] =>
  points.toSorted((a, b) => a.quantityMwh - b.quantityMwh);

/** A curve as an SVG path. A step's price holds from the last quantity to its own; lines join their corners. */
export function curvePath(
  points: readonly CurvePoint[],
  kind: CurveKind,
  x: (q: number) => number,
  y: (p: number) => number,
): string {
  let path = '';
  for (const p of byQuantity(points)) {
    const px = x(p.quantityMwh).toFixed(1);
    const py = y(p.price).toFixed(1);
    if (!path) path = `M${px},${py}`;
    else path += kind === 'step' ? `V${py}H${px}` : `L${px},${py}`;
  }
  return path;
}

/** The price at a quantity, read off a curve; null outside of what is shown. */
export function priceAt(points: readonly CurvePoint[], quantityMwh: number, kind: CurveKind): number | null {
  const sorted = byQuantity(points);
  const next = sorted.findIndex((p) => p.quantityMwh >= quantityMwh);
  const after = sorted[next];
  const before = sorted[next - 1];
  if (!after || (!before && after.quantityMwh > quantityMwh)) return null;
  if (kind === 'step' || !before || after.quantityMwh === before.quantityMwh) return after.price;
  const share = (quantityMwh - before.quantityMwh) / (after.quantityMwh - before.quantityMwh);
  return before.price + share * (after.price - before.price);
}

/** Round marks for an axis. */
export function marks(lo: number, hi: number, about: number): number[] {
  const raw = (hi - lo) / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw) ?? raw;
  const out: number[] = [];
  for (let v = Math.ceil(lo / step) * step; v <= hi + step * 1e-9; v += step)
    out.push(Number(v.toPrecision(12)));
  return out;
}
