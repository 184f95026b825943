import type { AreaPrices, Auction, ClearingRun, DeliveryBlock } from '@/api/types';

/** What the tables under the plot show and change. */
export interface DockProps {
  auction: Auction;
  blocks: DeliveryBlock[] | undefined;
  prices: AreaPrices[] | undefined;
  otherPrices: AreaPrices[] | undefined;
  runs: ClearingRun[];
  shown: ClearingRun | null;
  other: ClearingRun | null;
  area: string;
  block: number;
  onArea: (area: string) => void;
  onBlock: (block: number) => void;
  onRun: (runId: string) => void;
}
