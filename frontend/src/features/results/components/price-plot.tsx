'use client';
import { useComputedColorScheme } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { figure } from '@/ui/format';
import { drawMarks, type PlotMarks } from './plot-marks';
import classes from './results.module.css';

export interface PriceLine {
  name: string;
  /** Name of the CSS variable that holds the colour of the present theme. */
  color: string;
  values: readonly (number | null)[];
  kind: 'main' | 'zone' | 'reference' | 'faint';
}

interface Props {
  lines: PriceLine[];
  band: { low: readonly number[]; high: readonly number[] } | null;
  bandColor: string;
  /** Number of the first block in its day; 1 where a whole day is shown. */
  firstBlock?: number;
  blockCount: number;
  /** Times at the starts of the blocks, and at the end of the last unless that is midnight. */
  labels: string[];
  selected: number;
  zero: boolean;
  summary: string;
  marks?: PlotMarks;
  onHover: (block: number | null) => void;
  onSelect: (block: number) => void;
}

const ALPHA: Record<PriceLine['kind'], number> = { main: 1, zone: 0.85, reference: 1, faint: 0.55 };

const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** One more edge than blocks, so that the last step is drawn to its end. */
const edge = (v: readonly (number | null)[], n: number): (number | null)[] => [
  ...Array.from({ length: n }, (_, i) => v[i] ?? null),
  v[n - 1] ?? null,
];

export function PricePlot({
  lines,
  band,
  bandColor,
  firstBlock = 1,
  blockCount,
  labels,
  selected,
  zero,
  summary,
  marks,
  onHover,
  onSelect,
}: Props) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const chosen = useRef(selected);
  const marked = useRef(marks);
  const tell = useRef({ onHover, onSelect });
  tell.current = { onHover, onSelect };
  const scheme = useComputedColorScheme('dark');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, so a change of theme draws anew
  useEffect(() => {
    const el = host.current;
    if (!el) return;
    const font = `11px ${getComputedStyle(document.body).fontFamily}`;
    const dim = css('--ob-dim');
    const grid = { stroke: css('--ob-line'), width: 1 };
    const stepped = uPlot.paths.stepped?.({ align: 1 });
    const data: (number | null)[][] = [Array.from({ length: blockCount + 1 }, (_, i) => i)];
    const series: uPlot.Series[] = [{}];
    if (band) {
      data.push(edge(band.high, blockCount), edge(band.low, blockCount));
      for (const label of ['high', 'low'])
        series.push({ label, paths: stepped, points: { show: false }, stroke: 'transparent', width: 0 });
    }
    for (const line of lines) {
      data.push(edge(line.values, blockCount));
      series.push({
        label: line.name,
        stroke: css(line.color),
        width: line.kind === 'main' ? 2.4 : line.kind === 'zone' ? 1.3 : 1,
        alpha: ALPHA[line.kind],
        dash: line.kind === 'reference' ? [3, 5] : undefined,
        paths: stepped,
        points: { show: false },
      });
    }
    const chart = new uPlot(
      {
        width: el.clientWidth,
        height: el.clientHeight,
        padding: [10, 22, 0, 0],
        legend: { show: false },
        cursor: { points: { show: false }, drag: { x: false, y: false }, y: false },
        scales: {
          x: { time: false, range: [0, blockCount] },
          y: {
            range: (_u, min, max) => {
              const lo = zero ? Math.min(min, 0) : min;
              const hi = zero ? Math.max(max, 0) : max;
              const pad = Math.max((hi - lo) * 0.08, 1);
              return [lo - pad, hi + pad];
            },
          },
        },
        axes: [
          {
            stroke: dim,
            font,
            size: 26,
            gap: 4,
            grid,
            ticks: { stroke: css('--ob-line'), size: 4 },
            incrs: [1, 2, 3, 4, 6, 8, 12, 16],
            space: 46,
            values: (_u, v) => v.map((b) => labels[b] ?? (b === blockCount ? '24:00' : '')),
          },
          {
            stroke: dim,
            font,
            size: 52,
            gap: 5,
            grid,
            ticks: { show: false },
            space: 34,
            values: (_u, v) => v.map((n) => figure(n, 0)),
          },
        ],
        series,
        bands: band ? [{ series: [1, 2], fill: css(bandColor) }] : [],
        hooks: {
          setCursor: [
            (u) =>
              tell.current.onHover(
                u.cursor.left === undefined || u.cursor.left < 0 ? null : firstBlock + under(u, blockCount),
              ),
          ],
          drawClear: [(u) => shade(u, chosen.current - firstBlock)],
          draw: [
            ...(zero ? [zeroLine] : []),
            (u) => {
              if (marked.current) drawMarks(u, marked.current, css);
            },
          ],
        },
      },
      data as uPlot.AlignedData,
      el,
    );
    plot.current = chart;
    const click = () => tell.current.onSelect(firstBlock + under(chart, blockCount));
    chart.over.addEventListener('click', click);
    const resized = new ResizeObserver(() =>
      chart.setSize({ width: el.clientWidth, height: el.clientHeight }),
    );
    resized.observe(el);
    return () => {
      resized.disconnect();
      chart.destroy();
      plot.current = null;
    };
  }, [lines, band?.low, band?.high, bandColor, firstBlock, blockCount, labels.join(), zero, scheme]);

  useEffect(() => {
    chosen.current = selected;
    marked.current = marks;
    plot.current?.redraw(false, false);
  }, [selected, marks]);

  const last = firstBlock + blockCount - 1;
  const keys = (e: KeyboardEvent) => {
    const to =
      e.key === 'ArrowRight'
        ? selected + 1
        : e.key === 'ArrowLeft'
          ? selected - 1
          : e.key === 'Home'
            ? firstBlock
            : e.key === 'End'
              ? last
              : null;
    if (to === null) return;
    e.preventDefault();
    onSelect(Math.max(firstBlock, Math.min(last, to)));
  };
  return (
    <div
      ref={host}
      className={classes.plot}
      role="slider"
      tabIndex={0}
      aria-label="Prices by block"
      aria-valuemin={firstBlock}
      aria-valuemax={last}
      aria-valuenow={selected}
      aria-valuetext={summary}
      onKeyDown={keys}
      onMouseLeave={() => onHover(null)}
      data-testid="price-chart"
    />
  );
}

/** Index of the block under the cursor, counted from its left edge rather than to the nearest edge. */
function under(u: uPlot, blockCount: number): number {
  const x = Math.floor(u.posToVal(u.cursor.left ?? 0, 'x'));
  return Math.max(0, Math.min(blockCount - 1, x));
}

function shade(u: uPlot, index: number): void {
  const { ctx, bbox } = u;
  const x = u.valToPos(index, 'x', true);
  ctx.save();
  ctx.fillStyle = css('--ob-accent-soft');
  ctx.fillRect(x, bbox.top, u.valToPos(index + 1, 'x', true) - x, bbox.height);
  ctx.restore();
}

function zeroLine(u: uPlot): void {
  const { ctx, bbox } = u;
  const y = u.valToPos(0, 'y', true);
  ctx.save();
  ctx.strokeStyle = css('--ob-line-strong');
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}
