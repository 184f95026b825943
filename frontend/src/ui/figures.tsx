import type { ReactNode } from 'react';
import type { Tone } from './states';
import classes from './ui.module.css';

export function KeyFigures({ label, children }: { label: string; children: ReactNode }) {
  return (
    <dl className={classes.kpis} aria-label={label}>
      {children}
    </dl>
  );
}

export function KeyFigure({
  name,
  value,
  note,
  tone,
  hint,
  testId,
}: {
  name: string;
  value: ReactNode;
  note?: ReactNode;
  tone?: Tone;
  /** Unit and meaning, for whoever points at it. */
  hint?: string;
  testId?: string;
}) {
  return (
    <div className={classes.kpi} data-tone={tone} title={hint}>
      <dt>{name}</dt>
      <dd>
        <b data-testid={testId}>{value}</b>
        {note !== undefined && <span>{note}</span>}
      </dd>
    </div>
  );
}

export function Swatch({ color }: { color: string }) {
  return <i aria-hidden className={classes.swatch} style={{ background: color }} />;
}

/** Colours there are for areas: as many as the Indian grid has. */
export const ZONE_COLORS = 13;

export const zoneColor = (index: number): string =>
  `var(--ob-zone-${((index % ZONE_COLORS) + ZONE_COLORS) % ZONE_COLORS})`;

/** A day in one line of a table. Decorative: the figures stand beside it. */
export function Sparkline({
  values,
  color,
  width = 96,
  height = 16,
}: {
  values: readonly number[];
  color: string;
  width?: number;
  height?: number;
}) {
  if (values.length < 2) return null;
  const lo = Math.min(...values);
  const span = Math.max(...values) - lo || 1;
  const step = width / values.length;
  const y = (v: number) => (height - 1.5 - ((v - lo) / span) * (height - 3)).toFixed(1);
  const path = values.map((v, i) => `${i ? 'V' : 'M0,'}${y(v)}H${((i + 1) * step).toFixed(1)}`).join('');
  return (
    <svg width={width} height={height} aria-hidden style={{ display: 'block' }}>
      <path d={path} fill="none" stroke={color} strokeWidth={1.4} />
    </svg>
  );
}
