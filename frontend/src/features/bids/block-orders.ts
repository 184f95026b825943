import type { BidBlockOrder } from '@/api/types';

/** A block order as it is typed: everything text, so that half a word is no error yet. */
export interface OrderRow {
  /** Stays with the row while it is edited. */
  key: string;
  id: string;
  /** `17-20` or `17, 19`; with a quantity of its own `17:10 18:12.5`. */
  blocks: string;
  quantity: string;
  price: string;
  ratio: string;
  parent: string;
  group: string;
  flexible: boolean;
}

let keys = 0;
const freshKey = (): string => `order-${++keys}`;

export const emptyRow = (rows: readonly OrderRow[]): OrderRow => {
  let n = rows.length + 1;
  while (rows.some((r) => r.id === `B${n}`)) n++;
  return {
    key: freshKey(),
    id: `B${n}`,
    blocks: '',
    quantity: '',
    price: '',
    ratio: '',
    parent: '',
    group: '',
    flexible: false,
  };
};

type Profile = BidBlockOrder['profile'];

const PART = /^(\d{1,3})(?:-(\d{1,3}))?(?::(\d+(?:\.\d+)?))?$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** The blocks of a profile and their MW; what cannot be read is null. */
export function parseProfile(blocks: string, quantity: string): Profile | null {
  const common = quantity.trim();
  const profile: Profile = [];
  for (const part of blocks.split(/[\s,;]+/).filter(Boolean)) {
    const found = PART.exec(part);
    if (!found) return null;
    const own = found[3] ?? common;
    if (!NUMBER.test(own)) return null;
    const from = Number(found[1]);
    const to = Number(found[2] ?? found[1]);
    if (to < from) return null;
    for (let block = from; block <= to; block++) profile.push({ block, quantity: Number(own) });
  }
  return profile.length > 0 ? profile : null;
}

/** A profile as `blocks` and `quantity` say it: runs of neighbours with one quantity together. */
export function formatProfile(profile: Profile): { blocks: string; quantity: string } {
  const sorted = profile.toSorted((a, b) => a.block - b.block);
  const even = sorted.every((p) => p.quantity === sorted[0]?.quantity);
  const runs: { from: number; to: number; quantity: number }[] = [];
  for (const p of sorted) {
    const last = runs.at(-1);
    if (last && last.to === p.block - 1 && last.quantity === p.quantity) last.to = p.block;
    else runs.push({ from: p.block, to: p.block, quantity: p.quantity });
  }
  return {
    blocks: runs
      .map((r) => (r.from === r.to ? `${r.from}` : `${r.from}-${r.to}`) + (even ? '' : `:${r.quantity}`))
      .join(' '),
    quantity: even && sorted[0] ? `${sorted[0].quantity}` : '',
  };
}

export const rowsOf = (orders: readonly BidBlockOrder[]): OrderRow[] =>
  orders.map((o) => ({
    key: freshKey(),
    id: o.id,
    ...formatProfile(o.profile),
    price: `${o.price}`,
    ratio: o.minimumAcceptanceRatio === 1 ? '' : `${o.minimumAcceptanceRatio}`,
    parent: o.parent ?? '',
    group: o.exclusiveGroup ?? '',
    flexible: o.flexible,
  }));

/** The rows as they are sent, and per row what cannot be sent yet. */
export function toOrders(rows: readonly OrderRow[]): { orders: BidBlockOrder[]; gaps: Map<number, string> } {
  const gaps = new Map<number, string>();
  const orders = rows.flatMap((row, i): BidBlockOrder[] => {
    const profile = parseProfile(row.blocks, row.quantity);
    const ratio = row.ratio.trim();
    if (!profile) gaps.set(i, 'Blocks and MW: 17-20 with one quantity, or 17:10 18:12');
    else if (!NUMBER.test(row.price.trim())) gaps.set(i, 'The price is missing');
    else if (ratio !== '' && !NUMBER.test(ratio)) gaps.set(i, 'The ratio is no number');
    if (!profile || gaps.has(i)) return [];
    return [
      {
        id: row.id.trim(),
        profile,
        price: Number(row.price),
        minimumAcceptanceRatio: ratio === '' ? 1 : Number(ratio),
        ...(row.parent.trim() ? { parent: row.parent.trim() } : {}),
        ...(row.group.trim() ? { exclusiveGroup: row.group.trim() } : {}),
        flexible: row.flexible,
      },
    ];
  });
  return { orders, gaps };
}
