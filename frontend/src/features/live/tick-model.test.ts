import { describe, expect, it } from 'vitest';
import { ChannelBook } from './live-model';
import { tickAfter } from './tick-model';

const CHANNEL = 'market.prices.iex-dam.N1';
const tick = {
  type: 'tick',
  channel: CHANNEL,
  epoch: 'e',
  number: 7,
  data: { startsAt: '2025-06-02T07:45:00Z', price: 4250.5 },
  at: '2025-06-02T06:00:00Z',
} as const;
const shown = { startsAt: '2025-06-02T07:45:00Z', price: 4250.5, at: '2025-06-02T06:00:00Z' };

describe('ticks', () => {
  it('reach the readers of their channel, and nobody else', () => {
    const book = new ChannelBook();
    expect(book.receive(tick).deliver).toEqual([]);
    book.open(CHANNEL);
    const [delivery] = book.receive(tick).deliver;
    expect(delivery && tickAfter(null, delivery)).toEqual(shown);
  });

  it('are told by the snapshot too, the one told last first', () => {
    const earlier = { ...shown, price: 4000, at: '2025-06-02T05:59:00Z' };
    const data = { ticks: { epoch: 'e', number: 7, blocks: [shown, earlier] } };
    expect(tickAfter(null, { kind: 'reload', channel: CHANNEL, data })).toEqual(shown);
  });

  it('of a server that has no feed are none', () => {
    expect(tickAfter(shown, { kind: 'reload', channel: CHANNEL, data: {} })).toBeNull();
  });

  it('stay while prices of an auction are published', () => {
    const update = { kind: 'update', channel: CHANNEL, event: 'prices.published', data: {} } as const;
    expect(tickAfter(shown, update)).toEqual(shown);
  });
});
