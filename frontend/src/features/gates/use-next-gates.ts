'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { NextGate } from '@/api/types';
import { Bursts } from '@/features/exchange/bursts';
import { useChannel } from '@/features/live/use-live';
import { nextGatesQuery } from './api';

/** Open gates that have not closed by now, and how long ago they were heard. */
export function useNextGates(): { gates: NextGate[]; passed: number } {
  const queries = useQueryClient();
  const seen = useQuery(nextGatesQuery).data;
  const [now, setNow] = useState(() => performance.now());
  const bursts = useMemo(
    () => new Bursts(() => void queries.invalidateQueries({ queryKey: nextGatesQuery.queryKey })),
    [queries],
  );
  useEffect(() => () => bursts.stop(), [bursts]);
  useChannel('bids', () => bursts.touch('gates'));
  useChannel('exchanges', () => bursts.touch('gates'));
  useEffect(() => {
    const id = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(id);
  }, []);
  const passed = seen ? Math.max(0, now - seen.heardAt) : 0;
  return { gates: (seen?.items ?? []).filter((g) => g.closesInMillis > passed), passed };
}
