'use client';
import { SegmentedControl, Select } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import type { Auction, DeliveryBlock, Replay } from '@/api/types';
import { blockEdges, blockSpan } from '@/features/results/block-span';
import type { PriceLine } from '@/features/results/components/price-plot';
import { KeyFigure, KeyFigures, ZONE_COLORS } from '@/ui/figures';
import { figure, money, signed } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { areaOf, changedRevenue, differences, largest } from '../replay-model';
import { BlockChanges } from './block-changes';
import { BlockTable } from './block-table';
import { OwnBlockOrders } from './own-block-orders';
import classes from './replay.module.css';
import { SweepPanel } from './sweep-panel';

const PricePlot = dynamic(() => import('@/features/results/components/price-plot').then((m) => m.PricePlot), {
  ssr: false,
});

interface Props {
  auction: Auction;
  blocks: DeliveryBlock[] | undefined;
  replay: Replay;
}

export function ReplayResult({ auction, blocks, replay }: Props) {
  const { outcome } = replay;
  const [area, setArea] = useState(() => areaOf(replay));
  const [than, setThan] = useState<'before' | 'without'>('before');
  const [block, setBlock] = useState(auction.firstBlock);
  const shown = outcome.areas.find((a) => a.area === area);
  const revenue = changedRevenue(replay);
  const gain = revenue.after - revenue.before;
  const whole = outcome.revenueAfter - outcome.revenueBefore;
  const moved = shown ? largest(differences(shown, 'before'), outcome.firstBlock) : null;
  const impact = shown ? largest(differences(shown, 'without'), outcome.firstBlock) : null;
  const lines: PriceLine[] = useMemo(
    () =>
      outcome.areas
        .map(
          (a): PriceLine => ({
            name: a.area,
            color: `--ob-zone-${Math.max(0, auction.areas.indexOf(a.area)) % ZONE_COLORS}`,
            values: differences(a, than),
            kind: a.area === area ? 'main' : 'zone',
          }),
        )
        .toSorted((a, b) => Number(a.kind === 'main') - Number(b.kind === 'main')),
    [outcome.areas, auction.areas, than, area],
  );
  const edges = useMemo(() => blockEdges(blocks, auction), [blocks, auction]);
  const at = block - auction.firstBlock;

  return (
    <>
      <KeyFigures label="What the changes do">
        <KeyFigure
          name="Revenue of the bid"
          value={money(revenue.after, outcome.currency, 0)}
          note={`was ${money(revenue.before, outcome.currency, 0)}`}
          hint={`${money(revenue.after, outcome.currency)}, was ${money(revenue.before, outcome.currency)}`}
          testId="revenue-after"
        />
        <KeyFigure
          name="Difference"
          value={`${gain > 0 ? '+' : ''}${money(gain, outcome.currency, 0)}`}
          note={
            whole === gain
              ? undefined
              : `all bids ${whole > 0 ? '+' : ''}${money(whole, outcome.currency, 0)}`
          }
          hint={`${money(gain, outcome.currency)}; over all your bids ${money(whole, outcome.currency)}`}
          tone={gain < 0 ? 'bad' : gain > 0 ? 'good' : undefined}
          testId="revenue-change"
        />
        <KeyFigure
          name={`Largest price change, ${area}`}
          value={moved ? signed(moved.value) : '–'}
          note={moved && moved.value !== 0 ? `block ${moved.block}` : 'no block moves'}
          hint={`${outcome.currency}/MWh, after less before`}
          testId="price-change"
        />
        <KeyFigure
          name={`Largest price impact, ${area}`}
          value={impact ? signed(impact.value) : '–'}
          note={impact && impact.value !== 0 ? `block ${impact.block}` : 'the bid sets no price'}
          hint={`${outcome.currency}/MWh, with the changed bid less without it`}
          testId="price-impact"
        />
      </KeyFigures>
      {outcome.approximate && (
        <p className={classes.approximate} role="note">
          Approximate: the other participants’ orders are added up per area and side. Before any change this
          differs from the published prices by at most {figure(outcome.publishedGap)} {outcome.currency}/MWh.
        </p>
      )}
      <Panel
        title={than === 'before' ? 'Price change by area' : 'Price impact by area'}
        meta={`${outcome.currency}/MWh`}
        bare
        testId="replay-prices"
        actions={
          <>
            <SegmentedControl
              aria-label="What the chart shows"
              value={than}
              onChange={(v) => setThan(v as 'before' | 'without')}
              data={[
                { value: 'before', label: 'Change' },
                { value: 'without', label: 'Impact' },
              ]}
            />
            <Select
              aria-label="Area"
              data={outcome.areas.map((a) => a.area)}
              value={area}
              onChange={(v) => v && setArea(v)}
              w={96}
            />
          </>
        }
      >
        <div className={classes.plot}>
          <PricePlot
            lines={lines}
            band={null}
            bandColor="--ob-accent-band"
            firstBlock={auction.firstBlock}
            blockCount={auction.blockCount}
            labels={edges}
            selected={block}
            zero
            summary={`Block ${block}, ${blockSpan(block, blocks, auction)}: ${area} ${signed(shown ? differences(shown, than)[at] : null)} ${outcome.currency}/MWh`}
            onHover={() => {}}
            onSelect={setBlock}
          />
        </div>
      </Panel>
      <OwnBlockOrders replay={replay} />
      <BlockChanges replay={replay} />
      {replay.sweep && replay.request.sweep && (
        <SweepPanel replay={replay} sweep={replay.sweep} asked={replay.request.sweep} />
      )}
      <BlockTable
        auction={auction}
        blocks={blocks}
        replay={replay}
        area={area}
        block={block}
        onBlock={setBlock}
      />
    </>
  );
}
