import { describe, expect, it } from 'vitest';
import { ApiProblem, isPassing } from './problem';

const response = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });

describe('problems', () => {
  it('keeps what the document says', () => {
    const body = {
      type: 'x',
      title: 'Locked',
      status: 423,
      detail: 'Wait.',
      code: 'locked_out',
      traceId: 't1',
    };
    expect(ApiProblem.of(body, response(423, { 'Retry-After': '900' }))).toMatchObject({
      code: 'locked_out',
      message: 'Wait.',
      traceId: 't1',
      retryAfterSeconds: 900,
    });
  });
  it('makes a sentence of an answer that is no document', () => {
    expect(ApiProblem.of('<html>', response(502)).message).toBe('The server answered 502');
  });
  it('repeats only what may pass by itself', () => {
    expect(isPassing(ApiProblem.unreachable())).toBe(true);
    expect(isPassing(ApiProblem.of(null, response(503)))).toBe(true);
    expect(isPassing(ApiProblem.of(null, response(409)))).toBe(false);
    expect(isPassing(new Error('x'))).toBe(false);
  });
});
