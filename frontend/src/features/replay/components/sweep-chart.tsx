'use client';
import { useElementSize } from '@mantine/hooks';
import type { SweepPoint } from '@/api/types';
import { marks } from '@/features/results/curve-model';
import { currencySign, figure, money, typed } from '@/ui/format';
import { bestOf } from '../replay-model';
import classes from './replay.module.css';

const PAD = { left: 74, right: 62, top: 12, bottom: 34 };

/** Room for a flat line too. */
function spread(values: readonly number[]): [number, number] {
  const lo = Math.min(...values);
  const hi = Math.max(...values);
  const pad = Math.max((hi - lo) * 0.08, 1);
  return [lo - pad, hi + pad];
}

/** Revenue (left) and mean price (right) over the figure that was moved. */
export function SweepChart({
  points,
  unit,
  currency,
}: {
  points: readonly SweepPoint[];
  unit: string;
  currency: string;
}) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const best = bestOf(points);
  const w = Math.max(1, width - PAD.left - PAD.right);
  const h = Math.max(1, height - PAD.top - PAD.bottom);
  const first = points[0]?.value ?? 0;
  const last = points[points.length - 1]?.value ?? 1;
  const [r0, r1] = spread(points.map((p) => p.revenue));
  const [p0, p1] = spread(points.map((p) => p.price));
  const x = (v: number) => PAD.left + ((v - first) / (last - first || 1)) * w;
  const revenueY = (v: number) => PAD.top + (1 - (v - r0) / (r1 - r0)) * h;
  const priceY = (v: number) => PAD.top + (1 - (v - p0) / (p1 - p0)) * h;
  const path = (y: (p: SweepPoint) => number) =>
    points.map((p, i) => `${i ? 'L' : 'M'}${x(p.value).toFixed(1)},${y(p).toFixed(1)}`).join('');
  const text = { fontSize: 10.5, fill: 'var(--ob-dim)' };

  return (
    <>
      <div ref={ref} className={classes.sweepChart}>
        {width > 160 && best && (
          <svg
            width={width}
            height={height}
            role="img"
            aria-label={`Revenue over ${typed(first)} to ${typed(last)} ${unit}: most, ${money(best.revenue, currency)}, at ${typed(best.value)} ${unit}`}
          >
            {marks(r0, r1, h / 40).map((v) => (
              <g key={`r${v}`}>
                <line
                  x1={PAD.left}
                  x2={PAD.left + w}
                  y1={revenueY(v)}
                  y2={revenueY(v)}
                  stroke="var(--ob-line)"
                />
                <text x={PAD.left - 8} y={revenueY(v) + 4} textAnchor="end" {...text}>
                  {figure(v, 0)}
                </text>
              </g>
            ))}
            {marks(p0, p1, h / 40).map((v) => (
              <text key={`p${v}`} x={PAD.left + w + 8} y={priceY(v) + 4} {...text}>
                {figure(v, 1)}
              </text>
            ))}
            {marks(first, last, w / 80).map((v) => (
              <text key={`x${v}`} x={x(v)} y={PAD.top + h + 16} textAnchor="middle" {...text}>
                {typed(v)}
              </text>
            ))}
            <text x={PAD.left + w / 2} y={height - 4} textAnchor="middle" {...text}>
              {unit}
            </text>
            <path
              d={path((p) => priceY(p.price))}
              fill="none"
              stroke="var(--ob-zone-1)"
              strokeWidth={1.6}
              strokeDasharray="4 4"
            />
            <path
              d={path((p) => revenueY(p.revenue))}
              fill="none"
              stroke="var(--ob-accent)"
              strokeWidth={2.2}
            />
            <circle cx={x(best.value)} cy={revenueY(best.revenue)} r={4} fill="var(--ob-accent)" />
          </svg>
        )}
      </div>
      <p className={classes.keys}>
        <i aria-hidden style={{ borderTopColor: 'var(--ob-accent)' }} /> revenue, {currencySign(currency)}{' '}
        (left)
        <i aria-hidden className={classes.dashed} style={{ borderTopColor: 'var(--ob-zone-1)' }} /> mean
        price, {currencySign(currency)}/MWh (right)
      </p>
    </>
  );
}
