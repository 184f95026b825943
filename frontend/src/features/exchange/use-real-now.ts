'use client';
import { useEffect, useState } from 'react';
import { dayIn } from '@/ui/time';
import { useExchanges } from './api';
import { exchangeNow } from './exchange-clock';

/**
 * The real time in ms by the server, ticking every second: the shared exchange's clock shows it. Without one, this
 * screen's own.
 */
export function useRealNow(): number {
  const shared = useExchanges().data?.find((e) => e.clock.mode === 'wall');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const id = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(id);
  }, []);
  return shared ? exchangeNow(shared, Math.max(now, shared.heardAt)) : now;
}

/** Today in a zone, by the server's clock as it was last heard. */
export function useRealDay(): (zone: string) => string {
  const shared = useExchanges().data?.find((e) => e.clock.mode === 'wall');
  return (zone) => dayIn(zone, shared ? exchangeNow(shared, Date.now()) : Date.now());
}
