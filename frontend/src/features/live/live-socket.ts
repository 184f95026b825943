import { WebSocket as ReconnectingSocket } from 'partysocket';
import type { AccessKeeper } from '@/features/session/access-keeper';
import { ChannelBook, type ClientMessage, type Delivery, type ServerMessage } from './live-model';

export type LinkState = 'connecting' | 'live' | 'offline';

const HEARTBEAT_MS = 15_000;

/** The one socket of a signed-in page: reconnects by itself, resumes every channel, renews its token. */
export class LiveSocket {
  private readonly book = new ChannelBook();
  private readonly readers = new Map<string, Set<(d: Delivery) => void>>();
  private readonly watchers = new Set<() => void>();
  private readonly socket: ReconnectingSocket;
  private readonly stopToken: () => void;
  private readonly heartbeat: ReturnType<typeof setInterval>;
  private heardAt = 0;
  private link: LinkState = 'connecting';

  constructor(url: string, access: AccessKeeper) {
    this.socket = new ReconnectingSocket(url, async () => ['bearer', (await access.fresh()) ?? 'none'], {
      minReconnectionDelay: 400,
      maxReconnectionDelay: 8_000,
      maxEnqueuedMessages: 0,
    });
    this.socket.addEventListener('open', () => {
      this.heardAt = Date.now();
      this.become('live');
      for (const message of this.book.resume()) this.send(message);
    });
    this.socket.addEventListener('close', () => this.become('offline'));
    this.socket.addEventListener('message', (e) => this.take(String(e.data)));
    this.stopToken = access.onChange((token) => {
      if (token) this.send({ type: 'auth', token });
    });
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS);
  }

  state = (): LinkState => this.link;

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  read(channel: string, reader: (d: Delivery) => void): () => void {
    const set = this.readers.get(channel) ?? new Set();
    this.readers.set(channel, set.add(reader));
    this.send(this.book.open(channel));
    return () => {
      set.delete(reader);
      this.send(this.book.close(channel));
    };
  }

  close(): void {
    clearInterval(this.heartbeat);
    this.stopToken();
    this.socket.close();
  }

  private take(text: string): void {
    this.heardAt = Date.now();
    const { deliver, send } = this.book.receive(JSON.parse(text) as ServerMessage);
    for (const message of send) this.send(message);
    for (const delivery of deliver)
      for (const reader of this.readers.get(delivery.channel) ?? []) reader(delivery);
  }

  /** A link that looks open but has been silent for two beats is dead (a sleeping laptop, a lost route). */
  private beat(): void {
    if (this.link !== 'live') return;
    if (Date.now() - this.heardAt > 2 * HEARTBEAT_MS + 1_000) this.socket.reconnect();
    else this.send({ type: 'ping' });
  }

  private send(message: ClientMessage | null): void {
    if (message && this.socket.readyState === ReconnectingSocket.OPEN)
      this.socket.send(JSON.stringify(message));
  }

  private become(state: LinkState): void {
    if (state === this.link) return;
    this.link = state;
    for (const watcher of this.watchers) watcher();
  }
}
