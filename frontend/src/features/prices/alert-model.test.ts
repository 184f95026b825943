import { describe, expect, it } from 'vitest';
import { alertsAfter, type LimitAlert } from './alert-model';

const alert: LimitAlert = {
  auctionId: 'a',
  marketCode: 'sim-dam',
  area: 'N2',
  deliveryDay: '2026-11-27',
  limit: 'cap',
  price: 10000,
  firstBlock: 73,
  blocks: 4,
};
const update = (data: unknown) =>
  ({ kind: 'update', channel: 'market.alerts', event: 'price.at_limit', data }) as const;

describe('market alerts', () => {
  it('begin with what the snapshot holds', () => {
    const data = { alerts: [alert, 'no alert'] };
    expect(alertsAfter([], { kind: 'reload', channel: 'market.alerts', data })).toEqual([alert]);
    expect(alertsAfter([alert], { kind: 'reload', channel: 'market.alerts' })).toEqual([]);
  });

  it('show the newest first and not more than twenty', () => {
    const floor: LimitAlert = { ...alert, limit: 'floor', price: 0 };
    expect(alertsAfter([alert], update(floor))).toEqual([floor, alert]);
    expect(alertsAfter(Array(20).fill(alert), update(floor))).toHaveLength(20);
  });

  it('stay as they are when something else comes', () => {
    expect(alertsAfter([alert], update({ area: 'N2' }))).toEqual([alert]);
  });
});
