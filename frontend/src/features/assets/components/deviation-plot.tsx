'use client';
import { useComputedColorScheme } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { figure } from '@/ui/format';
import { type DeviationBlock, seriesOf, startOf } from '../deviation-model';
import classes from './assets.module.css';

interface Props {
  blocks: readonly DeviationBlock[];
  selected: number;
  summary: string;
  onSelect: (block: number) => void;
}

const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** One more edge than blocks, so that the last step is drawn to its end. */
const edged = (values: readonly (number | null)[]) => [...values, values.at(-1) ?? null];

/** A day of one asset: the schedule and the meter as steps, their difference as bars. */
export function DeviationPlot({ blocks, selected, summary, onSelect }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const chosen = useRef(selected);
  const choose = useRef(onSelect);
  choose.current = onSelect;
  const scheme = useComputedColorScheme('dark');
  const count = blocks.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, so a change of theme draws anew
  useEffect(() => {
    const el = host.current;
    if (!el) return;
    const { scheduled, metered, deviation } = seriesOf(blocks);
    const stepped = uPlot.paths.stepped?.({ align: 1 });
    const bars = uPlot.paths.bars?.({ size: [0.8], align: 1 });
    const axis = {
      stroke: css('--ob-dim'),
      font: `11px ${getComputedStyle(document.body).fontFamily}`,
      grid: { stroke: css('--ob-line'), width: 1 },
    };
    const plot = new uPlot(
      {
        width: el.clientWidth,
        height: el.clientHeight,
        padding: [10, 16, 0, 0],
        legend: { show: false },
        cursor: { points: { show: false }, drag: { x: false, y: false }, y: false },
        scales: {
          x: { time: false, range: [0, count] },
          y: {
            range: (_u, min, max) => {
              const pad = Math.max((Math.max(max, 0) - Math.min(min, 0)) * 0.08, 0.1);
              return [Math.min(min, 0) - pad, Math.max(max, 0) + pad];
            },
          },
        },
        axes: [
          {
            ...axis,
            size: 26,
            gap: 4,
            ticks: { show: false },
            incrs: [4, 8, 12, 16, 24],
            space: 46,
            values: (_u, v) =>
              v.map((i) => {
                const b = blocks[i];
                return b ? startOf(b) : i === count ? '24:00' : '';
              }),
          },
          {
            ...axis,
            size: 52,
            gap: 5,
            ticks: { show: false },
            space: 34,
            values: (_u, v) => v.map((n) => figure(n, Math.abs(v.at(-1) ?? 0) < 10 ? 1 : 0)),
          },
        ],
        series: [
          {},
          {
            label: 'Deviation',
            paths: bars,
            fill: css('--ob-amber'),
            stroke: css('--ob-amber'),
            width: 0,
            alpha: 0.75,
            points: { show: false },
          },
          {
            label: 'Schedule',
            paths: stepped,
            stroke: css('--ob-dim'),
            width: 2,
            dash: [5, 3],
            points: { show: false },
          },
          {
            label: 'Meter',
            paths: stepped,
            stroke: css('--ob-accent'),
            width: 2.2,
            points: { show: false },
          },
        ],
        hooks: { drawClear: [(u) => shade(u, chosen.current)] },
      },
      [
        Array.from({ length: count + 1 }, (_, i) => i),
        [...deviation, null],
        edged(scheduled),
        edged(metered),
      ] as uPlot.AlignedData,
      el,
    );
    chart.current = plot;
    const click = () => {
      const at = Math.floor(plot.posToVal(plot.cursor.left ?? 0, 'x')) + 1;
      choose.current(Math.max(1, Math.min(count, at)));
    };
    plot.over.addEventListener('click', click);
    const resized = new ResizeObserver(() =>
      plot.setSize({ width: el.clientWidth, height: el.clientHeight }),
    );
    resized.observe(el);
    return () => {
      resized.disconnect();
      plot.destroy();
      chart.current = null;
    };
  }, [blocks, count, scheme]);

  useEffect(() => {
    chosen.current = selected;
    chart.current?.redraw(false, false);
  }, [selected]);

  const keys = (e: KeyboardEvent) => {
    const to = { ArrowRight: selected + 1, ArrowLeft: selected - 1, Home: 1, End: count }[e.key];
    if (to === undefined) return;
    e.preventDefault();
    onSelect(Math.max(1, Math.min(count, to)));
  };
  return (
    <div
      ref={host}
      className={classes.plot}
      role="slider"
      tabIndex={0}
      aria-label="Schedule, meter and deviation by block"
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={selected}
      aria-valuetext={summary}
      onKeyDown={keys}
      data-testid="deviation-chart"
    />
  );
}

function shade(u: uPlot, block: number): void {
  const left = u.valToPos(block - 1, 'x', true);
  const width = u.valToPos(block, 'x', true) - left;
  u.ctx.save();
  u.ctx.fillStyle = css('--ob-accent-soft');
  u.ctx.fillRect(left, u.bbox.top, width, u.bbox.height);
  u.ctx.restore();
}
