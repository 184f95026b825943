import type { Delivery } from './live-model';

/** The newest price a feed told of an area. */
export interface Tick {
  startsAt: string;
  price: number;
  at: string;
}

const isTick = (t: unknown): t is Tick =>
  typeof t === 'object' && t !== null && 'startsAt' in t && 'price' in t && 'at' in t;

/** What a snapshot of a price channel says of its feed: the block told last. */
function newestOf(snapshot: unknown): Tick | null {
  const blocks = (snapshot as { ticks?: { blocks?: unknown[] } } | null)?.ticks?.blocks ?? [];
  return blocks.filter(isTick).reduce<Tick | null>((a, b) => (a && a.at > b.at ? a : b), null);
}

/** The newest tick after a delivery of its channel. */
export function tickAfter(had: Tick | null, d: Delivery): Tick | null {
  if (d.kind === 'tick') return { ...d.data, at: d.at };
  if (d.kind === 'reload') return newestOf(d.data);
  return had;
}
