import createClient, { type Client } from 'openapi-fetch';
import type { AccessKeeper } from '@/features/session/access-keeper';
import { ApiProblem } from './problem';
import type { paths } from './schema';

interface Connection {
  apiUrl: string;
  access: AccessKeeper;
  client: Client<paths>;
}

let connection: Connection | null = null;

/** Called once, when the runtime configuration is known. */
export function connectApi(apiUrl: string, access: AccessKeeper): void {
  connection = { apiUrl, access, client: createClient<paths>({ baseUrl: apiUrl, fetch: authorised }) };
}

export function api(): Client<paths> {
  return current().client;
}

function current(): Connection {
  if (!connection) throw new Error('The API is used before its address is known');
  return connection;
}

/** Adds the access token, and renews it once when the server no longer takes it. */
async function authorised(request: Request): Promise<Response> {
  const { access } = current();
  const again = request.clone();
  const first = await send(request, access.token());
  if (first.status !== 401 || new URL(request.url).pathname.startsWith('/api/v1/auth/login')) return first;
  const renewed = await access.renew();
  return renewed ? send(again, renewed) : first;
}

async function send(request: Request, token: string | null): Promise<Response> {
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (e) {
    if (request.signal.aborted) throw e;
    throw ApiProblem.unreachable();
  }
}

/** Unwraps an answer that has a body, or throws its problem. */
export async function must<D>(call: Promise<{ data?: D; error?: unknown; response: Response }>): Promise<D> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined) throw ApiProblem.of(error, response);
  return data;
}

/** For answers without a body. */
export async function done(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) throw ApiProblem.of(error, response);
}

/** Upload of a form or of one file of its own type: the generated client has no notion of files. */
export async function upload<D>(path: string, body: FormData | Blob, idempotencyKey: string): Promise<D> {
  const request = new Request(current().apiUrl + path, {
    method: 'POST',
    body,
    headers: { 'Idempotency-Key': idempotencyKey, Accept: 'application/json' },
  });
  const response = await authorised(request);
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw ApiProblem.of(answer, response);
  return answer as D;
}

/** The same, telling how much of it is sent, from 0 to 1. A token that ends meanwhile is renewed once. */
export async function uploadWatched<D>(
  path: string,
  body: FormData,
  idempotencyKey: string,
  onSent: (share: number) => void,
): Promise<D> {
  const { apiUrl, access } = current();
  const send = (token: string | null) =>
    new Promise<Response>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', apiUrl + path);
      request.setRequestHeader('Idempotency-Key', idempotencyKey);
      request.setRequestHeader('Accept', 'application/json');
      if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
      request.upload.onprogress = (e) => e.lengthComputable && onSent(e.loaded / e.total);
      request.onload = () =>
        resolve(
          new Response(request.responseText, {
            status: request.status,
            headers: { 'Content-Type': request.getResponseHeader('Content-Type') ?? '' },
          }),
        );
      request.onerror = () => reject(ApiProblem.unreachable());
      request.send(body);
    });
  let response = await send(access.token());
  if (response.status === 401) {
    const renewed = await access.renew();
    if (renewed) response = await send(renewed);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw ApiProblem.of(answer, response);
  return answer as D;
}

/** The full address of a path of the API. */
export const addressOf = (path: string): string => new URL(path, current().apiUrl).href;

/** A file as the body of a request, its type told by its ending. */
export async function sendFile<D>(path: string, file: File, idempotencyKey: string): Promise<D> {
  const workbook = file.name.toLowerCase().endsWith('.xlsx');
  const request = new Request(current().apiUrl + path, {
    method: 'POST',
    body: await file.arrayBuffer(),
    headers: {
      'Content-Type': workbook
        ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        : 'text/csv',
      'Idempotency-Key': idempotencyKey,
      Accept: 'application/json',
    },
  });
  const response = await authorised(request);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw ApiProblem.of(body, response);
  return body as D;
}

/** A file to keep: fetched with the token, which a plain link would not send. */
export async function download(path: string): Promise<{ content: Blob; disposition: string | null }> {
  const response = await authorised(new Request(current().apiUrl + path, { headers: { Accept: '*/*' } }));
  if (!response.ok) throw ApiProblem.of(await response.json().catch(() => null), response);
  return { content: await response.blob(), disposition: response.headers.get('Content-Disposition') };
}
