import { describe, expect, it } from 'vitest';
import { etag, IntentKeys, newKey } from './preconditions';

describe('idempotency keys', () => {
  it('keeps the key while the same content is tried again', () => {
    const keys = new IntentKeys();
    const first = keys.keyFor({ a: 1 });
    expect(keys.keyFor({ a: 1 })).toBe(first);
    expect(keys.keyFor({ a: 2 })).not.toBe(first);
  });
  it('begins anew after a success', () => {
    const keys = new IntentKeys();
    const first = keys.keyFor('same');
    keys.settled();
    expect(keys.keyFor('same')).not.toBe(first);
  });
  it('makes a version 4 UUID where the page is not served securely', () => {
    const insecure = { getRandomValues: crypto.getRandomValues.bind(crypto) };
    expect(newKey(insecure)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newKey(insecure)).not.toBe(newKey(insecure));
  });
});

it('writes a version as an entity tag', () => expect(etag({ version: 3 })).toBe('"3"'));
