import type { BidDiff } from '@/api/types';
import { figure } from '@/ui/format';

export interface DiffLine {
  where: string;
  kind: 'added' | 'removed' | 'changed';
  before: string;
  after: string;
}

const FIELDS: Record<string, string> = {
  assetId: 'Asset',
  areaCode: 'Area',
  side: 'Side',
  label: 'Label',
  carryOver: 'Carry over',
};

type Point = { price: number; quantity: number };
const point = (p: Point | null | undefined): string =>
  p ? `${figure(p.quantity, 3)} MW at ${figure(p.price, 2)}` : '–';

type Order = NonNullable<BidDiff['blockOrders'][number]['after']>;
const order = (o: Order | null | undefined): string => {
  if (!o) return '–';
  const first = o.profile[0];
  const last = o.profile.at(-1);
  const span = first && last ? `${first.block}–${last.block}` : '';
  const peak = Math.max(0, ...o.profile.map((p) => p.quantity));
  const family = o.parent ? `, linked to ${o.parent}` : o.exclusiveGroup ? `, group ${o.exclusiveGroup}` : '';
  return `${span}: ${figure(peak, 3)} MW at ${figure(o.price, 2)}, least ${o.minimumAcceptanceRatio}${family}${o.flexible ? ', flexible' : ''}`;
};

/** Every difference of two versions as a line to read. */
export function diffLines(diff: BidDiff): DiffLine[] {
  return [
    ...diff.fields.map((f) => ({
      where: FIELDS[f.field] ?? f.field,
      kind: 'changed' as const,
      before: f.before ?? '–',
      after: f.after ?? '–',
    })),
    ...diff.blocks.flatMap((b) =>
      b.points.map((p) => ({
        where: `Block ${b.block}, point ${p.point + 1}`,
        kind: p.kind as DiffLine['kind'],
        before: point(p.before),
        after: point(p.after),
      })),
    ),
    ...diff.blockOrders.map((o) => ({
      where: `Block order ${o.id}`,
      kind: o.kind as DiffLine['kind'],
      before: order(o.before),
      after: order(o.after),
    })),
  ];
}
