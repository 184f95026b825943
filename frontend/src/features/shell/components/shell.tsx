'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { ExchangeBar } from '@/features/exchange/components/exchange-bar';
import { GateWarning } from '@/features/gates/components/gate-warning';
import { useMe } from '@/features/session/session-context';
import { StopBanner } from '@/features/stops/components/stop-banner';
import { Icon, type IconName, Logo } from '@/ui/icons';
import classes from './shell.module.css';
import { TopBar } from './top-bar';

/** Places of the product, each for whoever may read what stands there. */
const PLACES: { href: string; name: string; icon: IconName; needs?: string }[] = [
  { href: '/desk', name: 'Desk', icon: 'trading', needs: 'exchanges:read' },
  { href: '/rtm', name: 'Real time', icon: 'clock', needs: 'exchanges:read' },
  { href: '/auctions', name: 'Auctions', icon: 'desk', needs: 'market:read' },
  { href: '/outside-auctions', name: 'Markets', icon: 'market', needs: 'bids:read' },
  { href: '/approvals', name: 'Approvals', icon: 'approvals', needs: 'bids:approve' },
  { href: '/risk', name: 'Risk', icon: 'risk', needs: 'limits:read' },
  { href: '/prices', name: 'Prices', icon: 'prices', needs: 'market:read' },
  { href: '/analytics', name: 'Analytics', icon: 'analytics', needs: 'market:read' },
  { href: '/book', name: 'Book', icon: 'book', needs: 'book:read' },
  { href: '/registrations', name: 'Contracts', icon: 'registrations', needs: 'book:read' },
  { href: '/settlement', name: 'Settlement', icon: 'settlement', needs: 'settlement:read' },
  { href: '/imports', name: 'Imports', icon: 'imports', needs: 'imports:read' },
  { href: '/assets', name: 'Assets', icon: 'assets', needs: 'assets:read' },
  { href: '/rules', name: 'Rules', icon: 'rules', needs: 'market:read' },
  { href: '/connections', name: 'Exchanges', icon: 'connections', needs: 'connections:read' },
  { href: '/files', name: 'Files', icon: 'file', needs: 'files:read' },
  { href: '/shift-log', name: 'Shift log', icon: 'shift', needs: 'shifts:read' },
  { href: '/audit', name: 'Audit', icon: 'audit', needs: 'audit:read' },
  { href: '/status', name: 'Status', icon: 'status' },
  { href: '/operations', name: 'Operations', icon: 'operations', needs: 'platform:operate' },
];

export function Shell({ children }: { children: ReactNode }) {
  const path = usePathname();
  const { permissions } = useMe();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        Skip to content
      </a>
      <nav className={classes.rail} aria-label="Main">
        <Link href="/desk" className={classes.mark} aria-label="OptiBid, to the desk">
          <Logo size={20} />
        </Link>
        {PLACES.filter((p) => !p.needs || permissions.includes(p.needs)).map((place) => (
          <Link
            key={place.href}
            href={place.href}
            className={classes.place}
            aria-current={path.startsWith(place.href) ? 'page' : undefined}
          >
            <Icon name={place.icon} size={18} />
            <span>{place.name}</span>
          </Link>
        ))}
      </nav>
      <div className={classes.column}>
        <TopBar />
        {permissions.includes('bids:read') && <StopBanner />}
        {permissions.includes('exchanges:read') && <ExchangeBar />}
        {permissions.includes('bids:read') && <GateWarning />}
        <main id="main" className={classes.main}>
          {children}
        </main>
      </div>
    </div>
  );
}
