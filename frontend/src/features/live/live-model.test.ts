import { describe, expect, it } from 'vitest';
import { ChannelBook } from './live-model';

const update = (channel: string, sequence: number) =>
  ({
    type: 'update',
    channel,
    sequence,
    event: 'bid.created',
    data: { n: sequence },
    at: '2025-04-02T00:00:00Z',
  }) as const;

function reading(...channels: string[]): ChannelBook {
  const book = new ChannelBook();
  for (const c of channels) book.open(c);
  return book;
}

describe('resuming channels', () => {
  it('subscribes at the first reader only and unsubscribes at the last', () => {
    const book = new ChannelBook();
    expect(book.open('bids')).toEqual({ type: 'subscribe', channel: 'bids' });
    expect(book.open('bids')).toBeNull();
    expect(book.close('bids')).toBeNull();
    expect(book.close('bids')).toEqual({ type: 'unsubscribe', channel: 'bids' });
  });

  it('resumes a durable channel after the last event it saw', () => {
    const book = reading('bids');
    book.receive({ type: 'snapshot', channel: 'bids', sequence: 7, data: [] });
    book.receive(update('bids', 8));
    expect(book.resume()).toEqual([{ type: 'subscribe', channel: 'bids', from: 8 }]);
  });

  it('asks for a snapshot where nothing was seen yet, and for prices always', () => {
    const book = reading('auctions.gme-mgp', 'market.prices.gme-mgp.NORD');
    book.receive(update('market.prices.gme-mgp.NORD', 41));
    expect(book.resume()).toEqual([
      { type: 'subscribe', channel: 'auctions.gme-mgp' },
      { type: 'subscribe', channel: 'market.prices.gme-mgp.NORD' },
    ]);
  });

  it('resumes the alerts of the market like any durable channel', () => {
    const book = reading('market.alerts');
    book.receive(update('market.alerts', 3));
    expect(book.resume()).toEqual([{ type: 'subscribe', channel: 'market.alerts', from: 3 }]);
  });

  it('does not tell again what a replay has covered', () => {
    const book = reading('bids');
    expect(book.receive(update('bids', 3)).deliver).toHaveLength(1);
    expect(book.receive(update('bids', 2)).deliver).toHaveLength(0);
    expect(book.receive(update('bids', 4)).deliver).toHaveLength(1);
  });

  it('tells an event of the whole platform, which repeats the last number', () => {
    const book = reading('auctions.gme-mgp');
    book.receive(update('auctions.gme-mgp', 5));
    expect(book.receive(update('auctions.gme-mgp', 5)).deliver).toHaveLength(1);
  });

  it('takes prices of a new server life although their numbers begin again', () => {
    const book = reading('market.prices.gme-mgp.NORD');
    book.receive(update('market.prices.gme-mgp.NORD', 90));
    expect(book.receive(update('market.prices.gme-mgp.NORD', 1)).deliver).toHaveLength(1);
  });

  it('on resync forgets its place, subscribes anew and has readers reload', () => {
    const book = reading('bids');
    book.receive(update('bids', 9));
    expect(book.receive({ type: 'resync', channel: 'bids' })).toEqual({
      deliver: [{ kind: 'reload', channel: 'bids' }],
      send: [{ type: 'subscribe', channel: 'bids' }],
    });
    expect(book.resume()).toEqual([{ type: 'subscribe', channel: 'bids' }]);
  });

  it('ignores channels nobody reads any more', () => {
    const book = reading('bids');
    book.close('bids');
    expect(book.receive(update('bids', 1))).toEqual({ deliver: [], send: [] });
  });

  it('passes a refusal on to its channel', () => {
    const message = { type: 'error', code: 'not_found', message: 'No such job', channel: 'jobs.1' } as const;
    expect(reading('jobs.1').receive(message).deliver).toEqual([
      { kind: 'refused', channel: 'jobs.1', code: 'not_found', message: 'No such job' },
    ]);
  });
});
