import type { Auction, Bid, DayOverview, DayPosition } from '@/api/types';
import { DAY_AHEAD } from '@/features/exchange/event-model';
import { known, mean, peak } from './series';

export interface DayFigures {
  /** Unconstrained day-ahead price, per MWh: mean, and peak with its block. */
  mcpMean: number | null;
  mcpPeak: { value: number; block: number } | null;
  /** Day-ahead mean of the area, and how far it stands above the unconstrained mean. */
  areaMean: number | null;
  areaSpread: number | null;
  /** Blocks whose area price stands at the market's cap; null before a result or without a cap. */
  blocksAtCap: number | null;
  /** MWh, each not negative. Where assets trade both ways in one block and market, what is left of both. */
  soldMwh: number;
  boughtMwh: number;
  /** Money received less money paid; the server's sum, exact to the smallest coin. */
  money: number | null;
  openBids: number;
}

export function dayFigures(
  overview: DayOverview | undefined,
  position: DayPosition | undefined,
  bids: readonly Bid[],
  auctions: readonly Auction[],
  area: string,
  cap: number | undefined,
): DayFigures {
  const dam = overview?.markets.find((m) => m.marketCode === DAY_AHEAD);
  const prices = dam?.areas.find((a) => a.area === area)?.prices ?? [];
  const mcp = dam?.unconstrained.prices ?? [];
  const mcpMean = mean(mcp);
  const areaMean = mean(prices);
  const parts = (position?.blocks ?? []).flatMap((b) => b.markets.map((m) => m.energyMwh));
  const open = new Set(auctions.filter((a) => a.state === 'open').map((a) => a.id));
  return {
    mcpMean,
    mcpPeak: peak(mcp),
    areaMean,
    areaSpread: areaMean === null || mcpMean === null ? null : areaMean - mcpMean,
    blocksAtCap:
      cap === undefined || known(prices).length === 0 ? null : known(prices).filter((p) => p >= cap).length,
    soldMwh: total(parts.filter((e) => e < 0).map((e) => -e)),
    boughtMwh: total(parts.filter((e) => e > 0)),
    money: position ? position.totals.amount : null,
    openBids: bids.filter((b) => open.has(b.auctionId) && b.state !== 'withdrawn').length,
  };
}

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
