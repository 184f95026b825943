// The API as a test needs it beside the page: to prepare, and to count again what the page shows.
import { password } from './browser.mjs';

const root = `${(process.env.API_URL ?? 'http://localhost:8000').replace(/\/$/, '')}/api/v1`;

export class Api {
  constructor(token) {
    this.token = token;
  }

  static async as(email) {
    const answer = await new Api(null).call('POST', '/auth/login', { email, password });
    return new Api(answer.access_token);
  }

  async call(method, path, body, headers = {}) {
    const response = await fetch(root + path, {
      method,
      headers: {
        Accept: 'application/json',
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text ? JSON.parse(text) : null;
  }

  get = (path) => this.call('GET', path);
  put = (path, body) => this.call('PUT', path, body);
  create = (path, body) => this.call('POST', path, body, { 'Idempotency-Key': crypto.randomUUID() });

  /** Every page of a list. */
  async all(path) {
    const items = [];
    let cursor = '';
    do {
      const page = await this.get(path + (cursor ? `&cursor=${cursor}` : ''));
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return items;
  }

  async endSandboxes() {
    for (const e of (await this.get('/exchanges')).items)
      if (e.scope === 'sandbox')
        await this.call('DELETE', `/exchanges/${e.id}`, undefined, { 'If-Match': `"${e.version}"` });
  }
}

/** A decimal of an answer, as a whole number of 10⁻ᵖˡᵃᶜᵉˢ: its shortest text is what the server wrote. */
function scaled(n, places) {
  const [whole, fraction = ''] = String(Math.abs(n)).split('.');
  if (fraction.length > places || /e/.test(whole + fraction))
    throw new Error(`${n} has more than ${places} places`);
  return BigInt(whole + fraction.padEnd(places, '0')) * (n < 0 ? -1n : 1n);
}

const PLACES = 6;
const UNIT = 10n ** BigInt(PLACES);

/** Price (two places) times energy, in paise, halves to the even one: how an award is rounded, once. */
export function roundedProduct(price, energy) {
  const exact = scaled(price, 2) * scaled(energy, PLACES);
  const whole = exact / UNIT;
  const rest = exact % UNIT;
  const up = rest * 2n > UNIT || (rest * 2n === UNIT && whole % 2n === 1n);
  return up ? whole + 1n : whole;
}

/** "−₹1,234.50" in paise. */
export const paise = (text) => BigInt(text.replace(/[^\d]/g, '')) * (text.includes('−') ? -1n : 1n);
