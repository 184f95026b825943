import type { ReactNode } from 'react';
import { LiveProvider } from '@/features/live/use-live';
import { SignedIn } from '@/features/session/components/signed-in';
import { Shell } from '@/features/shell/components/shell';

export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <SignedIn>
      <LiveProvider>
        <Shell>{children}</Shell>
      </LiveProvider>
    </SignedIn>
  );
}
