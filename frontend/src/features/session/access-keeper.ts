/** What the sign-in and refresh answers grant. */
export interface Grant {
  accessToken: string;
  /** Seconds from now. */
  expiresIn: number;
}

/** Renew this long before the token ends, so that no call meets a stale one. */
const LEAD_MS = 60_000;
const SOON_MS = 20_000;

/**
 * Holds the access token in memory only and renews it by the refresh cookie. However many callers notice an
 * expired token at once, one request goes out: a refresh token is good for one use.
 */
export class AccessKeeper {
  private grant: { token: string; endsAt: number } | null = null;
  private renewing: Promise<string | null> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<(token: string | null) => void>();

  constructor(
    /** Answers null when there is no session any more; throws when the server could not be asked. */
    private readonly askForRenewal: () => Promise<Grant | null>,
    private readonly now: () => number = Date.now,
  ) {}

  token(): string | null {
    return this.grant?.token ?? null;
  }

  /** A token good for a little while yet, for handshakes that cannot be repeated cheaply. */
  async fresh(): Promise<string | null> {
    if (this.grant && this.grant.endsAt - this.now() > SOON_MS) return this.grant.token;
    return this.renew();
  }

  accept(grant: Grant): void {
    const life = grant.expiresIn * 1000;
    this.grant = { token: grant.accessToken, endsAt: this.now() + life };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.renewQuietly(), Math.max(life - LEAD_MS, life / 2));
    this.tell();
  }

  renew(): Promise<string | null> {
    this.renewing ??= this.askOnce().finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  clear(): void {
    clearTimeout(this.timer);
    this.grant = null;
    this.tell();
  }

  onChange(listener: (token: string | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async askOnce(): Promise<string | null> {
    const grant = await this.askForRenewal();
    if (grant) this.accept(grant);
    else this.clear();
    return grant?.accessToken ?? null;
  }

  /** An unreachable server must not sign anybody out: try again shortly. */
  private async renewQuietly(): Promise<void> {
    try {
      await this.renew();
    } catch {
      this.timer = setTimeout(() => void this.renewQuietly(), 5_000);
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener(this.token());
  }
}
