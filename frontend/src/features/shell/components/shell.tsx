'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Icon, type IconName, Logo } from '@/ui/icons';
import classes from './shell.module.css';
import { TopBar } from './top-bar';

const PLACES: { href: string; name: string; icon: IconName }[] = [
  { href: '/auctions', name: 'Auctions', icon: 'desk' },
  { href: '/prices', name: 'Prices', icon: 'prices' },
  { href: '/imports', name: 'Imports', icon: 'imports' },
  { href: '/assets', name: 'Assets', icon: 'assets' },
  { href: '/status', name: 'Status', icon: 'status' },
];

export function Shell({ children }: { children: ReactNode }) {
  const path = usePathname();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        Skip to content
      </a>
      <nav className={classes.rail} aria-label="Main">
        <Link href="/auctions" className={classes.mark} aria-label="OptiBid, to the auctions">
          <Logo size={20} />
        </Link>
        {PLACES.map((place) => (
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
        <main id="main" className={classes.main}>
          {children}
        </main>
      </div>
    </div>
  );
}
