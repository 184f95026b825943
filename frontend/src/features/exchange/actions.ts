import { api, done, must } from '@/api/client';
import { etag } from '@/api/preconditions';
import { ApiProblem } from '@/api/problem';
import type { Exchange, Job, MarketEvent } from '@/api/types';

export interface SandboxInput {
  firstDay: string;
  speed: number;
}

export const makeSandbox = (call: { input: SandboxInput; key: string }): Promise<Exchange> =>
  must(
    api().POST('/api/v1/exchanges', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: call.input,
    }),
  );

export const endSandbox = (exchange: Exchange): Promise<void> =>
  atItsVersion(exchange, (e) =>
    done(
      api().DELETE('/api/v1/exchanges/{id}', {
        params: { path: { id: e.id }, header: { 'If-Match': etag(e) } },
      }),
    ),
  );

export const setClock = (call: {
  exchange: Exchange;
  change: { mode?: 'running' | 'paused'; speed?: number };
}): Promise<Exchange> =>
  atItsVersion(call.exchange, (e) =>
    must(
      api().PUT('/api/v1/exchanges/{id}/clock', {
        params: { path: { id: e.id }, header: { 'If-Match': etag(e) } },
        body: call.change,
      }),
    ),
  );

/** Answers when everything due at the next event's moment has been done. */
export const advance = (exchange: Exchange): Promise<Exchange> =>
  must(api().POST('/api/v1/exchanges/{id}/advance', { params: { path: { id: exchange.id } } }));

export const retryEvent = (call: { exchangeId: string; event: MarketEvent }): Promise<Exchange> =>
  must(
    api().POST('/api/v1/exchanges/{id}/events/{eventId}/retry', {
      params: { path: { id: call.exchangeId, eventId: call.event.id } },
    }),
  );

export const simulateHistory = (call: { exchangeId: string; days: number; key: string }): Promise<Job> =>
  must(
    api().POST('/api/v1/exchanges/{id}/history', {
      params: { path: { id: call.exchangeId }, header: { 'Idempotency-Key': call.key } },
      body: { days: call.days },
    }),
  );

/**
 * Its scheduler changes an exchange all the time, and "pause" means pause whatever it did meanwhile: so a
 * version that has passed is looked up again rather than told to the trader.
 */
async function atItsVersion<T>(exchange: Exchange, call: (e: Exchange) => Promise<T>): Promise<T> {
  let seen = exchange;
  for (let attempt = 1; ; attempt++) {
    try {
      return await call(seen);
    } catch (e) {
      if (!(e instanceof ApiProblem) || e.status !== 412 || attempt === 3) throw e;
      seen = await must(api().GET('/api/v1/exchanges/{id}', { params: { path: { id: exchange.id } } }));
    }
  }
}
