'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useCallback, useEffect, useSyncExternalStore } from 'react';
import { ProblemNote } from '@/ui/states';
import { whoAmI } from '../api';
import { MeProvider, useSession } from '../session-context';

/** Shows its children to somebody signed in; everybody else goes to the sign-in page and comes back here. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { access } = useSession();
  const router = useRouter();
  const path = usePathname();
  const queries = useQueryClient();
  const token = useSyncExternalStore(
    useCallback((tell: () => void) => access.onChange(tell), [access]),
    () => access.token(),
    () => null,
  );
  const me = useQuery({ queryKey: ['me'], queryFn: whoAmI, enabled: token !== null, staleTime: 300_000 });

  useEffect(() => {
    if (token !== null) return;
    queries.clear();
    router.replace(`/sign-in?next=${encodeURIComponent(path + window.location.search)}`);
  }, [token, path, router, queries]);

  if (token === null) return null;
  if (me.error) return <ProblemNote error={me.error} onRetry={() => void me.refetch()} />;
  return me.data ? <MeProvider value={me.data}>{children}</MeProvider> : null;
}
