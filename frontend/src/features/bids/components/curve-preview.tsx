'use client';
import { useState } from 'react';
import { ConfidenceBadge } from '@/features/rules/components/confidence-badge';
import { figure, typed } from '@/ui/format';
import { type BidTerms, mostPoints, type Term } from '../bid-terms';
import { type CurveHint, cornersOf, quantityAt, type Side } from '../curve-hints';
import type { Row } from '../sheet-model';
import classes from './bid-panel.module.css';

const W = 190;
const H = 64;
const AIR = 4;

/** The chosen block's curve as the market reads it, what is out of order in it, and the limits it must keep. */
export function CurvePreview({
  row,
  name,
  side,
  terms,
  hints,
  currency,
}: {
  row: Row;
  name: string;
  side: Side;
  terms: BidTerms;
  hints: readonly CurveHint[];
  currency: string;
}) {
  const [at, setAt] = useState<number | null>(null);
  const corners = cornersOf(row, terms.kind);
  const prices = corners.map((c) => c.p);
  const lo = Math.min(...prices);
  const hi = Math.max(...prices);
  const top = Math.max(...corners.map((c) => c.q), 0.001);
  const span = hi - lo || 1;
  const x = (q: number) => AIR + (q / top) * (W - 2 * AIR);
  const y = (p: number) => H - AIR - ((p - lo) / span) * (H - 2 * AIR);
  const path = corners.map((c, i) => `${i ? 'L' : 'M'}${x(c.q).toFixed(1)},${y(c.p).toFixed(1)}`).join('');
  const price = at === null ? null : Math.round(lo + ((H - AIR - at) / (H - 2 * AIR)) * span);
  const held = price === null ? null : Math.max(lo, Math.min(hi, price));
  return (
    <section className={classes.preview} aria-label="Chosen block">
      {corners.length > 1 ? (
        <svg
          width={W}
          height={H}
          role="img"
          aria-label={`${name}: ${terms.kind === 'linear' ? 'interpolated' : 'stepped'} ${side} curve from ${figure(lo, 0)} to ${figure(hi, 0)} ${currency} per MWh, up to ${typed(top)} MW`}
          onPointerMove={(e) => setAt(e.clientY - e.currentTarget.getBoundingClientRect().top)}
          onPointerLeave={() => setAt(null)}
        >
          <path d={path} fill="none" stroke="var(--ob-accent)" strokeWidth={1.6} />
          {corners.map((c, i) => (
            <circle key={i} cx={x(c.q)} cy={y(c.p)} r={2.2} fill="var(--ob-accent)" />
          ))}
          {held !== null && (
            <line x1={0} x2={W} y1={y(held)} y2={y(held)} stroke="var(--ob-dim)" strokeDasharray="2 3" />
          )}
        </svg>
      ) : (
        <span className={classes.noCurve}>no curve</span>
      )}
      <div>
        <p>
          <b>{name}</b>{' '}
          {hints[0] ? (
            <span className={classes.hint}>{hints[0].message}</span>
          ) : held !== null ? (
            `at ${figure(held, 0)} ${currency}/MWh: ${figure(quantityAt(row, side, terms.kind, held), 1)} MW`
          ) : corners.length > 1 ? (
            terms.kind === 'linear' ? (
              'read as a line between the points'
            ) : (
              'read as steps'
            )
          ) : (
            'no complete point'
          )}
        </p>
        <p className={classes.limits}>
          <Limit name="Price" from={terms.floor} to={terms.cap} unit={`${currency}/MWh`} />
          <Limit name="step" to={terms.tick} unit="" />
          <Limit name="Lot" to={terms.lot} unit="MW" />
          {terms.points && (
            <span>
              up to <b>{mostPoints(terms)}</b> points{' '}
              {terms.points.confidence === 'unverified' && <ConfidenceBadge confidence="unverified" />}
            </span>
          )}
        </p>
      </div>
    </section>
  );
}

/** A limit of the rule pack; one nobody has checked says so. */
function Limit({ name, from, to, unit }: { name: string; from?: Term; to?: Term; unit: string }) {
  if (!to) return null;
  const doubtful = [from, to].some((t) => t?.confidence === 'unverified');
  return (
    <span>
      {name}{' '}
      <b>
        {from && `${typed(from.value)}…`}
        {typed(to.value)}
      </b>
      {unit && ` ${unit}`} {doubtful && <ConfidenceBadge confidence="unverified" />}
    </span>
  );
}
