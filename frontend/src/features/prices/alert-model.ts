import type { Delivery } from '@/features/live/live-model';

/** Published prices of an area at its market's cap or floor. */
export interface LimitAlert {
  auctionId: string;
  marketCode: string;
  area: string;
  deliveryDay: string;
  limit: 'cap' | 'floor';
  price: number;
  firstBlock: number;
  blocks: number;
}

const MOST_KEPT = 20;

const isAlert = (a: unknown): a is LimitAlert =>
  typeof a === 'object' && a !== null && 'auctionId' in a && 'area' in a && 'limit' in a;

/** The alerts to show, newest first, after a delivery of the channel `market.alerts`. */
export function alertsAfter(had: LimitAlert[], d: Delivery): LimitAlert[] {
  if (d.kind === 'reload') {
    const alerts = (d.data as { alerts?: unknown[] } | undefined)?.alerts ?? [];
    return alerts.filter(isAlert);
  }
  return d.kind === 'update' && isAlert(d.data) ? [d.data, ...had].slice(0, MOST_KEPT) : had;
}
