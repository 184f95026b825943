import type { Curve, CurvePoint } from '@/api/types';

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

/** Steps as an SVG path: each point's price holds from the last quantity to its own. */
export function stepPath(
  points: readonly CurvePoint[],
  x: (q: number) => number,
  y: (p: number) => number,
): string {
  const sorted = points.toSorted((a, b) => a.quantityMwh - b.quantityMwh);
  let path = '';
  for (const p of sorted) {
    const px = x(p.quantityMwh).toFixed(1);
    const py = y(p.price).toFixed(1);
    path += path ? `V${py}H${px}` : `M${px},${py}`;
  }
  return path;
}

/** The price at a quantity, read off a step curve; null outside of what is shown. */
export function priceAt(points: readonly CurvePoint[], quantityMwh: number): number | null {
  const sorted = points.toSorted((a, b) => a.quantityMwh - b.quantityMwh);
  if (quantityMwh < (sorted[0]?.quantityMwh ?? Number.POSITIVE_INFINITY)) return null;
  return sorted.find((p) => p.quantityMwh >= quantityMwh)?.price ?? null;
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
