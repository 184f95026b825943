import type { Fault, Problem } from './types';

/** A refused or failed call, in words a trader understands. `status` 0 means that no answer came at all. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | null,
    readonly traceId: string | null,
    readonly faults: Fault[],
    readonly retryAfterSeconds: number | null,
  ) {
    super(detail ?? title);
    this.name = 'ApiProblem';
  }

  static unreachable(): ApiProblem {
    return new ApiProblem(
      0,
      'unreachable',
      'The server cannot be reached',
      'The server cannot be reached. Your entries are kept; try again in a moment.',
      null,
      [],
      null,
    );
  }

  /** Reads a problem document; a body that is none (a proxy's page, say) still becomes a sentence. */
  static of(body: unknown, response: Response): ApiProblem {
    const p = isProblem(body) ? body : null;
    return new ApiProblem(
      response.status,
      p?.code ?? `http_${response.status}`,
      p?.title ?? `The server answered ${response.status}`,
      p?.detail ?? null,
      p?.traceId ?? response.headers.get('X-Trace-Id'),
      p?.errors ?? [],
      seconds(response.headers.get('Retry-After')),
    );
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body;
}

function seconds(text: string | null): number | null {
  const n = Number(text);
  return text !== null && Number.isFinite(n) ? n : null;
}

export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new ApiProblem(0, 'unexpected', 'Something went wrong on this page', text, null, [], null);
}

/** Worth the same request again: no answer, or a server that asks for patience. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status === 503);
}
