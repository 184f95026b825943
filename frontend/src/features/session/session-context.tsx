'use client';
import { createContext, useContext } from 'react';
import type { Me } from '@/api/types';
import type { AccessKeeper } from './access-keeper';

export interface Session {
  access: AccessKeeper;
  wsUrl: string;
  apiUrl: string;
}

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of SessionProvider');
  return session;
}

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext.Provider;

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside of a signed-in page');
  return me;
}

/** Whether the signed-in person holds a named permission. The server judges again; this only shapes the page. */
export function useCan(permission: string): boolean {
  return useMe().permissions.includes(permission);
}
