import type { ServiceStatus } from '@/api/types';

/** What an operator reads beside a service: what is wrong, what serves instead, what went wrong last. */
export function serviceDetail({ state, detail, guarded }: ServiceStatus): string {
  if (!guarded) {
    return detail ?? '';
  }
  if (state === 'up') {
    return guarded.lastError ? `earlier: ${guarded.lastError}` : '';
  }
  const pause = guarded.circuit === 'open' ? '; not asked for a while' : '';
  return `${detail ?? guarded.lastError ?? 'away'}${pause}. Meanwhile: ${guarded.fallback}`;
}
