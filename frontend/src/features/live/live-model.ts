export type ServerMessage =
  | { type: 'snapshot'; channel: string; sequence: number; data: unknown }
  | { type: 'update'; channel: string; sequence: number; event: string; data: unknown; at: string }
  | { type: 'tick'; channel: string; epoch: string; number: number; data: TickData; at: string }
  | { type: 'error'; code: string; message: string; channel?: string }
  | { type: 'resync'; channel: string }
  | { type: 'pong' };

/** The price of a block as a feed tells it now, in the market's currency per MWh. */
export interface TickData {
  startsAt: string;
  price: number;
}

export type ClientMessage =
  | { type: 'subscribe'; channel: string; from?: number }
  | { type: 'unsubscribe'; channel: string }
  | { type: 'auth'; token: string }
  | { type: 'ping' };

/** What readers of a channel are told: something happened, or "what you hold may be old, fetch it again". */
export type Delivery =
  | { kind: 'update'; channel: string; event: string; data: unknown }
  | { kind: 'tick'; channel: string; data: TickData; at: string }
  | { kind: 'reload'; channel: string; data?: unknown }
  | { kind: 'refused'; channel: string; code: string; message: string };

/** Price channels count within one life of the server: their numbers mean nothing after a reconnect. */
const isDurable = (channel: string): boolean => !channel.startsWith('market.prices.');

/** Remembers which channels are read and how far, so that a new connection resumes where the old one broke. */
export class ChannelBook {
  private readonly channels = new Map<string, { readers: number; sequence: number | null }>();

  /** First reader of a channel: the message to send, else null. */
  open(channel: string): ClientMessage | null {
    const known = this.channels.get(channel);
    if (known) {
      known.readers++;
      return null;
    }
    this.channels.set(channel, { readers: 1, sequence: null });
    return { type: 'subscribe', channel };
  }

  /** Last reader gone: the message to send, else null. */
  close(channel: string): ClientMessage | null {
    const known = this.channels.get(channel);
    if (!known || --known.readers > 0) return null;
    this.channels.delete(channel);
    return { type: 'unsubscribe', channel };
  }

  /** What to say on a new connection. */
  resume(): ClientMessage[] {
    return [...this.channels].map(([channel, { sequence }]) =>
      isDurable(channel) && sequence !== null
        ? { type: 'subscribe', channel, from: sequence }
        : { type: 'subscribe', channel },
    );
  }

  receive(message: ServerMessage): { deliver: Delivery[]; send: ClientMessage[] } {
    const nothing = { deliver: [], send: [] };
    if (message.type === 'pong') return nothing;
    const channel = message.channel;
    const known = channel === undefined ? undefined : this.channels.get(channel);
    if (channel === undefined || !known) return nothing;
    switch (message.type) {
      case 'snapshot':
        known.sequence = message.sequence;
        return { deliver: [{ kind: 'reload', channel, data: message.data }], send: [] };
      case 'tick':
        return { deliver: [{ kind: 'tick', channel, data: message.data, at: message.at }], send: [] };
      case 'update': {
        const seen = known.sequence;
        // What a replay has covered is not told again. The same number may come twice: an event of the whole
        // platform has none in an organisation's stream and repeats the last.
        if (isDurable(channel) && seen !== null && message.sequence < seen) return nothing;
        known.sequence = message.sequence;
        return { deliver: [{ kind: 'update', channel, event: message.event, data: message.data }], send: [] };
      }
      case 'resync':
        known.sequence = null;
        return { deliver: [{ kind: 'reload', channel }], send: [{ type: 'subscribe', channel }] };
      case 'error':
        return {
          deliver: [{ kind: 'refused', channel, code: message.code, message: message.message }],
          send: [],
        };
    }
  }
}
