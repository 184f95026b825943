import { describe, expect, it } from 'vitest';
import { runtimeConfig } from './runtime-config';

describe('addresses for the browser', () => {
  it('takes the settings of the run before those of the build', () => {
    const env = { OPTIBID_API_URL: 'http://localhost:8300/', NEXT_PUBLIC_API_URL: 'http://built:1' };
    expect(runtimeConfig(env, 'http://localhost:3300/runtime-config', 'localhost:3300')).toEqual({
      apiUrl: 'http://localhost:8300',
      wsUrl: 'ws://localhost:8300/ws',
    });
  });
  it('falls back to port 8000 of the host the browser called', () => {
    expect(runtimeConfig({}, 'http://0.0.0.0:3000/runtime-config', 'desk.local:3000').apiUrl).toBe(
      'http://desk.local:8000',
    );
  });
  it('keeps a path of the socket that was given', () => {
    expect(
      runtimeConfig({ OPTIBID_API_URL: 'https://x', OPTIBID_WS_URL: 'wss://x/ws' }, 'http://x/', null).wsUrl,
    ).toBe('wss://x/ws');
  });
});
