import type { AreaPrices, Auction, ClearingRun } from '@/api/types';
import type { Tone } from '@/ui/states';

export const AUCTION_TONE: Record<Auction['state'], Tone> = {
  scheduled: 'quiet',
  open: 'busy',
  closed: 'warn',
  cleared: 'warn',
  published: 'good',
  settled: 'quiet',
};

export const isRunUnderWay = (run: ClearingRun): boolean => run.state === 'queued' || run.state === 'running';

export const isGateOpen = (auction: Auction): boolean => auction.state === 'open';

export const marketTitle = (code: string): string => code.toUpperCase().replace('-', ' ');

/** Where the auction's own clock stands, as a sentence. */
export function clockSentence(auction: Auction, gateTime: string): string {
  switch (auction.clock) {
    case 'replay':
      return isGateOpen(auction)
        ? `Replay clock stands before the gate of ${gateTime}; running the auction closes it`
        : `Replay clock stands after the gate of ${gateTime}`;
    case 'accelerated':
      return `Accelerated clock; gate at ${gateTime}`;
    case 'wall':
      return isGateOpen(auction) ? `Gate closes at ${gateTime}` : `Gate closed at ${gateTime}`;
  }
}

export interface AreaSummary {
  area: string;
  average: number;
  low: number;
  high: number;
  netPositionMwh: number;
  /** Average of this run minus average of the other run. */
  moved: number | null;
  prices: readonly number[];
}

const mean = (v: readonly number[]): number =>
  v.length ? v.reduce((a, b) => a + b, 0) / v.length : Number.NaN;

export function summarise(
  areas: readonly AreaPrices[],
  other: readonly AreaPrices[] | undefined,
): AreaSummary[] {
  return areas.map((a) => {
    const before = other?.find((o) => o.area === a.area);
    return {
      area: a.area,
      average: mean(a.prices),
      low: Math.min(...a.prices),
      high: Math.max(...a.prices),
      netPositionMwh: a.netPositionMwh.reduce((x, y) => x + y, 0),
      moved: before ? mean(a.prices) - mean(before.prices) : null,
      prices: a.prices,
    };
  });
}

/** Blocks in which a limit between areas binds hard enough to part their prices. */
export function splitBlocks(areas: readonly AreaPrices[]): number {
  const first = areas[0];
  if (!first) return 0;
  return first.prices.filter((p, i) => areas.some((a) => Math.abs((a.prices[i] ?? p) - p) > 0.005)).length;
}

/** Blocks whose price in the area differs between two runs. */
export function movedBlocks(a: readonly number[], b: readonly number[]): number {
  return a.filter((p, i) => Math.abs(p - (b[i] ?? p)) > 0.005).length;
}
