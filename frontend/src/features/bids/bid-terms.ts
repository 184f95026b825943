import type { Rule } from '@/api/types';
import type { CurveKind } from './curve-hints';
import { MAX_POINTS } from './sheet-model';

/** A figure of the rule pack, with how sure we are of it. */
export interface Term {
  value: number;
  confidence: Rule['confidence'];
}

/** What the market asks of a bid on its delivery day. */
export interface BidTerms {
  /** Currency per MWh. */
  floor?: Term;
  cap?: Term;
  tick?: Term;
  /** MW */
  lot?: Term;
  points?: Term;
  kind: CurveKind;
}

export function bidTerms(rules: readonly Rule[] | undefined): BidTerms {
  const rule = (name: string) => rules?.find((r) => r.name === name);
  const term = (name: string): Term | undefined => {
    const r = rule(name);
    const value = Number(r?.value);
    return r && Number.isFinite(value) ? { value, confidence: r.confidence } : undefined;
  };
  return {
    floor: term('price_floor'),
    cap: term('price_cap'),
    tick: term('price_tick'),
    lot: term('quantity_lot'),
    points: term('max_curve_points'),
    kind: rule('curve_kind')?.value === 'linear' ? 'linear' : 'step',
  };
}

/** The grid shows no more points than it has room for, whatever a pack allows. */
export const mostPoints = (terms: BidTerms): number =>
  Math.min(MAX_POINTS, terms.points?.value ?? MAX_POINTS);
