// The API as a test needs it beside the page: to prepare, and to count again what the page shows.
import { password } from './browser.mjs';

const root = `${(process.env.API_URL ?? 'http://localhost:8000').replace(/\/$/, '')}/api/v1`;

export const TRADER = 'trader@demo.optibid.local';

/** The header of a change to what has this version. */
export const ifMatch = (version) => ({ 'If-Match': `"${version}"` });

export class Api {
  constructor(token) {
    this.token = token;
  }

  static async as(email) {
    const answer = await new Api(null).call('POST', '/auth/login', { email, password });
    return new Api(answer.access_token);
  }

  /** The response to a body of JSON or of a form; refused ones throw. */
  async send(method, path, body, headers = {}) {
    const form = body instanceof FormData;
    const response = await fetch(root + path, {
      method,
      headers: {
        Accept: 'application/json',
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  }

  async call(method, path, body, headers = {}) {
    const text = await (await this.send(method, path, body, headers)).text();
    return text ? JSON.parse(text) : null;
  }

  get = (path) => this.call('GET', path);
  put = (path, body) => this.call('PUT', path, body);
  create = (path, body, headers = {}) =>
    this.call('POST', path, body, { 'Idempotency-Key': crypto.randomUUID(), ...headers });

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

  /** The asset of that name, made if need be. Bids keep an asset for good, so that each run uses the same. */
  async haveAsset(asset) {
    const kept = (await this.all('/assets?limit=200')).find((a) => a.name === asset.name);
    return kept ?? (await this.create('/assets', asset));
  }

  /** Waits for a job to succeed. */
  async finished(jobId) {
    for (let state = ''; state !== 'succeeded'; ) {
      const job = await this.get(`/jobs/${jobId}`);
      state = job.state;
      if (['failed', 'cancelled'].includes(state)) throw new Error(job.error ?? state);
    }
  }

  endSandbox = ({ id, version }) => this.call('DELETE', `/exchanges/${id}`, undefined, ifMatch(version));

  async endSandboxes() {
    for (const e of (await this.get('/exchanges')).items) if (e.scope === 'sandbox') await this.endSandbox(e);
  }
}

/** A sandbox of its own for one file of tests. */
export class Sandbox {
  constructor(api, exchange) {
    this.api = api;
    this.id = exchange.id;
    this.firstDay = exchange.firstDay;
  }

  static async make(api) {
    return new Sandbox(api, await api.create('/exchanges', {}));
  }

  advance = () => this.api.create(`/exchanges/${this.id}/advance`);

  /** Advances until the first auction of a market is in this state. */
  async advanceUntil(marketCode, state) {
    while ((await this.auction(marketCode)).state !== state) await this.advance();
  }

  async auctions(marketCode) {
    return (await this.api.get(`/auctions?exchangeId=${this.id}&marketCode=${marketCode}&limit=200`)).items;
  }

  async auction(marketCode) {
    return (await this.auctions(marketCode))[0];
  }

  /** Has the page open on this exchange. */
  chosenBy = (page) => page.addInitScript((id) => localStorage.setItem('optibid.exchange', id), this.id);

  async end() {
    await this.api.endSandbox(await this.api.get(`/exchanges/${this.id}`));
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
