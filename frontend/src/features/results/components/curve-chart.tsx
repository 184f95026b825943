'use client';
import { useElementSize } from '@mantine/hooks';
import { type PointerEvent, useId, useState } from 'react';
import type { Curve } from '@/api/types';
import type { CurveKind } from '@/features/bids/curve-hints';
import { figure } from '@/ui/format';
import { curvePath, frameOf, marks, priceAt } from '../curve-model';
import classes from './results.module.css';

const PAD = { left: 46, right: 14, top: 10, bottom: 24 };

export function CurveChart({
  curve,
  currency,
  kind,
}: {
  curve: Curve;
  currency: string;
  /** Stairs, or lines between the corners. */
  kind: CurveKind;
}) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const [quantity, setQuantity] = useState<number | null>(null);
  const clip = useId();
  const f = frameOf(curve);
  const w = Math.max(1, width - PAD.left - PAD.right);
  const h = Math.max(1, height - PAD.top - PAD.bottom);
  const x = (q: number) => PAD.left + ((q - f.q0) / (f.q1 - f.q0)) * w;
  const y = (p: number) => PAD.top + (1 - (p - f.p0) / (f.p1 - f.p0)) * h;
  const cx = x(curve.clearing.quantityMwh);
  const cy = y(curve.clearing.price);
  const move = (e: PointerEvent<SVGSVGElement>) => {
    const at = e.clientX - e.currentTarget.getBoundingClientRect().left;
    const q = f.q0 + ((at - PAD.left) / w) * (f.q1 - f.q0);
    setQuantity(q >= f.q0 && q <= f.q1 ? q : null);
  };
  const anchor = cx > PAD.left + w * 0.6 ? 'end' : 'start';
  const shift = anchor === 'end' ? -10 : 10;

  return (
    <div ref={ref} className={classes.curveHost}>
      {width > 60 && height > 60 && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={`Supply and demand of ${curve.area} in block ${curve.block}, clearing at ${figure(curve.clearing.price)} ${currency} per MWh and ${figure(curve.clearing.quantityMwh, 1)} MWh`}
          onPointerMove={move}
          onPointerLeave={() => setQuantity(null)}
          style={{ position: 'absolute', inset: 0, fontVariantNumeric: 'tabular-nums' }}
        >
          <clipPath id={clip}>
            <rect x={PAD.left} y={PAD.top} width={w} height={h} />
          </clipPath>
          {marks(f.p0, f.p1, h / 38).map((p) => (
            <g key={p}>
              <line x1={PAD.left} x2={PAD.left + w} y1={y(p)} y2={y(p)} stroke="var(--ob-line)" />
              <text x={PAD.left - 6} y={y(p) + 4} textAnchor="end" fontSize={10.5} fill="var(--ob-dim)">
                {figure(p, 0)}
              </text>
            </g>
          ))}
          {marks(f.q0, f.q1, w / 76).map((q) => (
            <g key={q}>
              <line x1={x(q)} x2={x(q)} y1={PAD.top} y2={PAD.top + h} stroke="var(--ob-line)" />
              <text x={x(q)} y={PAD.top + h + 15} textAnchor="middle" fontSize={10.5} fill="var(--ob-dim)">
                {figure(q, 0)}
              </text>
            </g>
          ))}
          <g clipPath={`url(#${clip})`} fill="none">
            <path
              d={`M${PAD.left},${cy}H${cx}V${PAD.top + h}`}
              stroke="var(--ob-text)"
              strokeDasharray="3 3"
              opacity={0.55}
            />
            <path d={curvePath(curve.demand, kind, x, y)} stroke="var(--ob-accent)" strokeWidth={1.8} />
            <path d={curvePath(curve.supply, kind, x, y)} stroke="var(--ob-amber)" strokeWidth={1.8} />
            {quantity !== null && (
              <line
                x1={x(quantity)}
                x2={x(quantity)}
                y1={PAD.top}
                y2={PAD.top + h}
                stroke="var(--ob-dim)"
                strokeDasharray="2 3"
              />
            )}
          </g>
          <circle cx={cx} cy={cy} r={5} fill="var(--ob-panel)" stroke="var(--ob-text)" strokeWidth={2} />
          <text
            x={cx + shift}
            y={cy - 9}
            textAnchor={anchor}
            fontSize={12}
            fontWeight={650}
            fill="var(--ob-text)"
            stroke="var(--ob-panel)"
            strokeWidth={4}
            paintOrder="stroke"
          >
            {figure(curve.clearing.price)}
          </text>
          {quantity !== null && (
            <text
              x={PAD.left + w}
              y={PAD.top + 11}
              textAnchor="end"
              fontSize={11}
              fill="var(--ob-text)"
              stroke="var(--ob-panel)"
              strokeWidth={4}
              paintOrder="stroke"
            >
              {`${figure(quantity, 0)} MWh · supply ${figure(priceAt(curve.supply, quantity, kind))} · demand ${figure(priceAt(curve.demand, quantity, kind))}`}
            </text>
          )}
        </svg>
      )}
    </div>
  );
}
