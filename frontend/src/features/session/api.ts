import { api, done, must } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { Me } from '@/api/types';
import type { Grant } from './access-keeper';

export async function signIn(email: string, password: string): Promise<Grant> {
  const answer = await must(
    api().POST('/api/v1/auth/login', { body: { email, password }, credentials: 'include' }),
  );
  return { accessToken: answer.access_token, expiresIn: answer.expires_in };
}

export async function signOut(): Promise<void> {
  await done(api().POST('/api/v1/auth/logout', { body: {}, credentials: 'include' }));
}

/** Null when the cookie is missing, spent or revoked. Sent bare: a refresh must not wait for a refresh. */
export async function renewByCookie(apiUrl: string): Promise<Grant | null> {
  let response: Response;
  try {
    response = await fetch(`${apiUrl}/api/v1/auth/refresh`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: '{}',
    });
  } catch {
    throw ApiProblem.unreachable();
  }
  if (response.status >= 500 || response.status === 429) throw ApiProblem.of(await body(response), response);
  if (!response.ok) return null;
  const grant = (await body(response)) as { access_token: string; expires_in: number };
  return { accessToken: grant.access_token, expiresIn: grant.expires_in };
}

const body = (response: Response): Promise<unknown> => response.json().catch(() => null);

export const whoAmI = (): Promise<Me> => must(api().GET('/api/v1/auth/me'));
