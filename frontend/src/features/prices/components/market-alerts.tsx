'use client';
import Link from 'next/link';
import { useState } from 'react';
import { useChannel } from '@/features/live/use-live';
import { figure, plural } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { alertsAfter, type LimitAlert } from '../alert-model';
import classes from './prices.module.css';

const MOST_SHOWN = 6;

/** Where prices stand at a market's limit, as it is published. */
export function MarketAlerts() {
  const [alerts, setAlerts] = useState<LimitAlert[]>([]);
  useChannel('market.alerts', (d) => setAlerts((had) => alertsAfter(had, d)));
  if (alerts.length === 0) return null;
  return (
    <Panel title="At a price limit" meta="newest first" testId="market-alerts">
      <ul className={classes.alerts}>
        {alerts.slice(0, MOST_SHOWN).map((a) => (
          <li key={`${a.auctionId} ${a.area} ${a.limit}`}>
            <Link href={`/auctions/${a.auctionId}`}>
              {a.marketCode} {a.area}, {a.deliveryDay}
            </Link>{' '}
            {plural(a.blocks, 'block')} at the {a.limit} of {figure(a.price)}, from block {a.firstBlock} on
          </li>
        ))}
      </ul>
    </Panel>
  );
}
