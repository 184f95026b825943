import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AreaPrices, Auction, ReferencePrices } from '@/api/types';
import { overviewQuery } from '@/features/exchange/day-api';
import { dayPlus } from '@/ui/time';

/**
 * The latest price known for each block of an auction, by area: of its own run; before there is one, what the
 * market published, or on an exchange the day-ahead price: of the same day for a session, else of the day before.
 */
export function useLastPrices(
  auction: Auction,
  prices: readonly AreaPrices[] | undefined,
  reference: ReferencePrices | undefined,
): Record<string, (number | null)[]> {
  const { exchangeId, deliveryDay, marketCode, firstBlock, blockCount } = auction;
  const isSession = marketCode.endsWith('-rtm');
  const overview = useQuery({
    ...overviewQuery(exchangeId ?? '', isSession ? deliveryDay : dayPlus(deliveryDay, -1)),
    enabled: exchangeId !== undefined && !prices,
  }).data;
  return useMemo(() => {
    const byArea: Record<string, (number | null)[]> = {};
    const market = isSession ? marketCode.replace('-rtm', '-dam') : marketCode;
    for (const a of overview?.markets.find((m) => m.marketCode === market)?.areas ?? [])
      byArea[a.area] = a.prices.slice(firstBlock - 1, firstBlock - 1 + blockCount);
    for (const r of reference?.areas ?? []) byArea[r.area] = r.prices;
    for (const p of prices ?? []) byArea[p.area] = p.prices;
    return byArea;
  }, [overview, reference, prices, isSession, marketCode, firstBlock, blockCount]);
}
