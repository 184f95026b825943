import { describe, expect, it } from 'vitest';
import type { ServiceStatus } from '@/api/types';
import { serviceDetail } from './service-model';

const guarded = { since: '2026-07-01T10:00:00Z', fallback: 'e-mail waits', circuit: 'closed' } as const;
const service = (other: Partial<ServiceStatus>): ServiceStatus => ({ state: 'up', figures: {}, ...other });

describe('what stands beside a service', () => {
  it('is its own sentence where nobody guards it', () =>
    expect(serviceDetail(service({ detail: 'not switched on', state: 'disabled' }))).toBe('not switched on'));
  it('is nothing while all is well', () => expect(serviceDetail(service({ guarded }))).toBe(''));
  it('is what went wrong earlier, once it is back', () =>
    expect(serviceDetail(service({ guarded: { ...guarded, lastError: 'cannot be reached' } }))).toBe(
      'earlier: cannot be reached',
    ));
  it('is what is wrong and what serves instead, while it is away', () =>
    expect(
      serviceDetail(
        service({ state: 'down', detail: 'cannot be reached', guarded: { ...guarded, circuit: 'open' } }),
      ),
    ).toBe('cannot be reached; not asked for a while. Meanwhile: e-mail waits'));
});
