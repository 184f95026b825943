/** The entity tag of a version, as the API writes it. */
export const etag = (thing: { version: number }): string => `"${thing.version}"`;

/** A fresh idempotency key. `crypto.randomUUID` is missing where the page is not served securely. */
export function newKey(
  source: Pick<Crypto, 'getRandomValues'> & Partial<Pick<Crypto, 'randomUUID'>> = crypto,
): string {
  if (source.randomUUID) return source.randomUUID();
  const b = source.getRandomValues(new Uint8Array(16));
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40;
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(b, (n) => n.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * Keeps one key per intent: the same content tried again after a failure carries the same key, so that a
 * request whose answer was lost is not done twice. A success, or other content, begins a new intent.
 */
export class IntentKeys {
  private pending: { content: string; key: string } | null = null;

  keyFor(content: unknown): string {
    const text = JSON.stringify(content) ?? '';
    if (this.pending?.content !== text) this.pending = { content: text, key: newKey() };
    return this.pending.key;
  }

  settled(): void {
    this.pending = null;
  }
}
