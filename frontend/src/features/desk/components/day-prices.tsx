'use client';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import type { PlotMarks } from '@/features/results/components/plot-marks';
import { figure } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { Empty } from '@/ui/states';
import { plannedStart } from '@/ui/time';
import { BLOCK_MINUTES, BLOCKS } from '../day-model';
import { priceLines } from '../price-lines';
import type { Day } from '../use-day';
import classes from './desk.module.css';

const PricePlot = dynamic(() => import('@/features/results/components/price-plot').then((m) => m.PricePlot), {
  ssr: false,
});

const LABELS = Array.from({ length: BLOCKS }, (_, i) => plannedStart(i + 1, BLOCK_MINUTES));

interface Props {
  data: Day;
  area: string;
  /** Blocks from the start of the day, null outside of it. */
  now: number | null;
  block: number;
  onBlock: (block: number) => void;
}

/** An area's prices of the day, filled in as sessions publish. */
export function DayPrices({ data, area, now, block, onBlock }: Props) {
  const [hover, setHover] = useState<number | null>(null);
  const lines = useMemo(() => priceLines(data.overview, data.past, area), [data.overview, data.past, area]);
  const marks: PlotMarks = useMemo(() => {
    const energy = new Map(data.position?.blocks.map((b) => [b.block, b.energyMwh]));
    return { now, energy: Array.from({ length: BLOCKS }, (_, i) => energy.get(i + 1) ?? 0) };
  }, [data.position, now]);
  const at = hover ?? block;
  const read = (values: readonly (number | null)[]) => figure(values[at - 1]);
  const own = marks.energy[at - 1] ?? 0;
  return (
    <Panel
      title={`Prices · ${area}`}
      meta="₹/MWh · simulated"
      bare
      className={classes.price}
      testId="day-prices"
    >
      <div className={classes.legend}>
        <b>
          Block {at} · {LABELS[at - 1]}–{plannedStart(at + 1, BLOCK_MINUTES)}
        </b>
        {lines.toReversed().map((l) => (
          <span key={l.key}>
            <i aria-hidden style={{ background: `var(${l.color})` }} />
            {l.name} <b>{read(l.values)}</b>
          </span>
        ))}
        {own !== 0 && (
          <span className={own > 0 ? 'up' : 'down'}>
            own {own > 0 ? 'bought' : 'sold'} {figure(Math.abs(own), 2)} MWh
          </span>
        )}
      </div>
      {lines.length === 0 ? (
        <Empty title="No prices yet">
          Prices of each market appear here as its auction publishes; the next events stand at the right.
        </Empty>
      ) : (
        <PricePlot
          lines={lines}
          band={null}
          bandColor="--ob-accent-band"
          blockCount={BLOCKS}
          labels={LABELS}
          selected={block}
          zero={false}
          marks={marks}
          summary={`Block ${block}, ${LABELS[block - 1]}: ${lines.map((l) => `${l.name} ${figure(l.values[block - 1])}`).join(', ')}`}
          onHover={setHover}
          onSelect={onBlock}
        />
      )}
    </Panel>
  );
}
