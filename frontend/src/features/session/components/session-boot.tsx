'use client';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { connectApi } from '@/api/client';
import type { RuntimeConfig } from '@/features/runtime/runtime-config';
import { ProblemNote } from '@/ui/states';
import { AccessKeeper } from '../access-keeper';
import { renewByCookie } from '../api';
import { type Session, SessionProvider } from '../session-context';

/** Learns the addresses, then tries the refresh cookie, before any page asks for anything. */
export function SessionBoot({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const begin = useCallback(async () => {
    setFailure(null);
    try {
      const config = (await (await fetch('/runtime-config')).json()) as RuntimeConfig;
      const access = new AccessKeeper(() => renewByCookie(config.apiUrl));
      connectApi(config.apiUrl, access);
      await access.renew();
      setSession({ access, ...config });
    } catch (e) {
      setFailure(e);
    }
  }, []);

  useEffect(() => void begin(), [begin]);

  // A server that is still starting: ask again by itself.
  useEffect(() => {
    if (!failure) return;
    const id = setTimeout(() => void begin(), 4_000);
    return () => clearTimeout(id);
  }, [failure, begin]);

  if (session) return <SessionProvider value={session}>{children}</SessionProvider>;
  if (!failure) return null;
  return (
    <main style={{ maxWidth: 560, margin: '18vh auto', padding: 16 }}>
      <h1 className="sr">OptiBid</h1>
      <ProblemNote error={failure} onRetry={() => void begin()} />
    </main>
  );
}
