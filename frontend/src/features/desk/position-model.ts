import type { DayPosition } from '@/api/types';
import { plannedStart } from '@/ui/time';
import { BLOCK_MINUTES, BLOCKS } from './day-model';

/** One block of the own day. Energy in MWh is buy-positive, money is what was received. */
export interface PositionRow {
  block: number;
  start: string;
  /** By market code; absent where nothing was traded. */
  energy: Readonly<Record<string, number>>;
  netMwh: number;
  /** Money per MWh of the net; null where it nets to nothing. */
  price: number | null;
  amount: number;
  traded: boolean;
}

export function positionRows(position: DayPosition): PositionRow[] {
  const blocks = new Map(position.blocks.map((b) => [b.block, b]));
  return Array.from({ length: BLOCKS }, (_, i) => {
    const found = blocks.get(i + 1);
    const net = found?.energyMwh ?? 0;
    return {
      block: i + 1,
      start: plannedStart(i + 1, BLOCK_MINUTES),
      energy: Object.fromEntries(found?.markets.map((m) => [m.marketCode, m.energyMwh]) ?? []),
      netMwh: net,
      price: found && net !== 0 ? -found.amount / net : null,
      amount: found?.amount ?? 0,
      traded: found !== undefined,
    };
  });
}

/** Energy and money of each market over the day; markets without a trade are left out. */
export function marketTotals(
  position: DayPosition,
): { marketCode: string; energyMwh: number; amount: number }[] {
  const totals = new Map<string, { marketCode: string; energyMwh: number; amount: number }>();
  for (const part of position.blocks.flatMap((b) => b.markets)) {
    const sum = totals.get(part.marketCode) ?? { marketCode: part.marketCode, energyMwh: 0, amount: 0 };
    sum.energyMwh += part.energyMwh;
    sum.amount += part.amount;
    totals.set(part.marketCode, sum);
  }
  return [...totals.values()];
}

/** How strongly a block is coloured: its net energy against the day's largest, −1 … 1. */
export function heat(rows: readonly PositionRow[]): number[] {
  const most = Math.max(0, ...rows.map((r) => Math.abs(r.netMwh)));
  return rows.map((r) => (most === 0 ? 0 : r.netMwh / most));
}
