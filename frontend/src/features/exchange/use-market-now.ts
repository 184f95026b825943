'use client';
import { useEffect, useState } from 'react';
import type { SeenExchange } from './api';
import { exchangeNow } from './exchange-clock';

/** The exchange's own time in ms, ticking: every second, or four times as often where it runs fast. */
export function useMarketNow(exchange: SeenExchange): number {
  const [now, setNow] = useState(() => Date.now());
  const still = exchange.clock.mode === 'paused';
  const fast = exchange.clock.mode === 'running' && exchange.clock.speed > 1;
  useEffect(() => {
    setNow(Date.now());
    if (still) return;
    const id = setInterval(() => setNow(Date.now()), fast ? 250 : 1_000);
    return () => clearInterval(id);
  }, [still, fast]);
  return exchangeNow(exchange, Math.max(now, exchange.heardAt));
}
