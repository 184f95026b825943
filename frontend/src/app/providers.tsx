'use client';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isPassing } from '@/api/problem';
import { SessionBoot } from '@/features/session/components/session-boot';
import { tellProblem } from '@/ui/tell';
import { theme } from './theme';

function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 20_000, retry: (n, e) => n < 2 && isPassing(e), retryDelay: 800 },
      // The variables of a mutation hold its idempotency key, so that a repeat is the same request.
      mutations: { retry: (n, e) => n < 2 && isPassing(e), retryDelay: 700 },
    },
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (mutation.meta?.problemShownInPlace !== true) tellProblem(error);
      },
    }),
  });
}

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(newClient);
  return (
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} defaultColorScheme="dark">
        <Notifications position="bottom-right" autoClose={5000} limit={4} />
        <SessionBoot>{children}</SessionBoot>
      </MantineProvider>
    </QueryClientProvider>
  );
}
