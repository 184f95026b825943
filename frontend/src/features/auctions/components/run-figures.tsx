'use client';
import { useQuery } from '@tanstack/react-query';
import type { AreaPrices, Auction, ClearingRun, DeliveryBlock } from '@/api/types';
import { awardsQuery, positionsQuery } from '@/features/results/api';
import { blockSpan } from '@/features/results/block-span';
import { KeyFigure, KeyFigures } from '@/ui/figures';
import { figure, money, plural, signed } from '@/ui/format';
import { movedBlocks, splitBlocks, summarise } from '../auction-model';

interface Props {
  auction: Auction;
  shown: ClearingRun | null;
  other: ClearingRun | null;
  prices: AreaPrices[] | undefined;
  otherPrices: AreaPrices[] | undefined;
  area: string;
  blocks: DeliveryBlock[] | undefined;
}

/** The day in one line: price, how it moved, what was awarded, what it earned, and whether it is proven. */
export function RunFigures({ auction, shown, other, prices, otherPrices, area, blocks }: Props) {
  const positions = useQuery(positionsQuery(auction.id, shown?.id ?? null)).data;
  const awards = useQuery(awardsQuery(auction.id, shown?.id ?? null)).data;
  if (!shown || !prices) return null;

  const summary = summarise(prices, otherPrices).find((s) => s.area === area);
  const before = otherPrices?.find((p) => p.area === area);
  const peak = summary ? summary.prices.indexOf(summary.high) : -1;
  const peakStart = blockSpan(auction.firstBlock + peak, blocks, auction, true);
  const accepted = awards?.reduce((n, a) => n + a.acceptedMwh, 0);
  const offered = awards?.reduce((n, a) => n + a.offeredMwh, 0);
  const latest = shown.id === auction.latestRunId || !auction.latestRunId;
  const earned = latest ? positions?.total : awards?.reduce((n, a) => n + a.amount, 0);
  const unit = `${auction.currency}/MWh`;

  return (
    <KeyFigures label="Result of the run">
      <KeyFigure
        name={`Average price · ${area}`}
        value={figure(summary?.average)}
        note={unit}
        testId="average-price"
      />
      {auction.exchangeId ? (
        <KeyFigure
          name="Cleared volume"
          value={`${figure(
            prices.reduce((n, a) => n + a.demandMwh.reduce((x, y) => x + y, 0), 0),
            0,
          )} MWh`}
          note={plural(prices.length, 'area')}
        />
      ) : (
        <KeyFigure
          name={other ? `Moved vs run #${other.number} · ${area}` : 'Moved'}
          value={other ? signed(summary?.moved) : '–'}
          note={
            before && summary
              ? plural(movedBlocks(summary.prices, before.prices), 'block')
              : 'needs a second run'
          }
          tone={summary?.moved ? (summary.moved > 0 ? 'good' : 'bad') : undefined}
          testId="price-moved"
        />
      )}
      <KeyFigure
        name={`Peak · ${area}`}
        value={figure(summary?.high)}
        note={peak >= 0 ? `at ${peakStart}` : ''}
      />
      <KeyFigure
        name={auction.exchangeId ? 'Blocks with split areas' : 'Blocks with split zones'}
        value={splitBlocks(prices)}
        note={`of ${auction.blockCount}`}
      />
      <KeyFigure
        name="Own award"
        value={`${figure(accepted, (accepted ?? 0) < 1000 ? 1 : 0)} MWh`}
        note={
          offered
            ? `${figure((100 * (accepted ?? 0)) / offered, 0)} %`
            : auction.exchangeId
              ? 'no bid'
              : 'no bid in this run'
        }
        testId="award-total"
      />
      <KeyFigure
        name={earned !== undefined && earned < 0 ? 'Paid' : 'Earned'}
        value={money(earned, auction.currency)}
        tone={earned ? (earned > 0 ? 'good' : 'bad') : undefined}
        testId="earned"
      />
      <KeyFigure
        name={`Run #${shown.number}`}
        value={
          shown.verified
            ? 'Verified'
            : shown.violations
              ? plural(shown.violations, 'violation')
              : 'Unverified'
        }
        note={[
          shown.ordersRead ? `${figure(shown.ordersRead, 0)} orders` : '',
          shown.engineMillis ? `${figure(shown.engineMillis, 0)} ms` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
        tone={shown.verified ? 'good' : 'bad'}
      />
    </KeyFigures>
  );
}
