'use client';
import { useComputedColorScheme } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { PriceSeries } from '@/api/types';
import { figure } from '@/ui/format';
import { moved, type Span, steps, zoomed } from '../price-model';
import classes from './prices.module.css';

interface Props {
  series: readonly (PriceSeries | null)[];
  span: Span;
  zone: string;
  onSpan: (span: Span) => void;
  onHover: (at: number | null) => void;
}

/** Name of the CSS variable of the n-th series. */
export const colorOf = (n: number): string => `--ob-zone-${n % 8}`;

const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const stepped = uPlot.paths.stepped?.({ align: 1 });

/**
 * Real prices are drawn solid, simulated ones dashed; where a point is an hour or a day, a band shows
 * the lowest and the highest block in it. Dragging zooms, the wheel zooms at the cursor, shift with
 * dragging pans, a double click goes back out.
 */
export function HistoryPlot({ series, span, zone, onSpan, onHover }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const tell = useRef({ onSpan, onHover, span });
  tell.current = { onSpan, onHover, span };
  const scheme = useComputedColorScheme('dark');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, so a change of theme draws anew
  useEffect(() => {
    const el = host.current;
    if (!el) return;
    const drawn = columns(series);
    const dim = css('--ob-dim');
    const axis = {
      stroke: dim,
      font: `11px ${getComputedStyle(document.body).fontFamily}`,
      grid: { stroke: css('--ob-line'), width: 1 },
      ticks: { stroke: css('--ob-line'), size: 4 },
    };
    const chart = new uPlot(
      {
        width: el.clientWidth,
        height: el.clientHeight,
        padding: [12, 18, 0, 0],
        legend: { show: false },
        tzDate: (at) => uPlot.tzDate(new Date(at * 1000), zone),
        cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
        scales: { x: { time: true, range: () => [span.from, span.to] } },
        axes: [
          { ...axis, space: 70 },
          { ...axis, size: 58, space: 34, values: (_u, v) => v.map((n) => figure(n, 0)) },
        ],
        series: [{}, ...drawn.series],
        bands: drawn.bands,
        hooks: {
          setCursor: [
            (u) => {
              const left = u.cursor.left ?? -1;
              tell.current.onHover(left < 0 ? null : u.posToVal(left, 'x'));
            },
          ],
          setSelect: [
            (u) => {
              if (u.select.width < 8) return;
              tell.current.onSpan({
                from: Math.round(u.posToVal(u.select.left, 'x')),
                to: Math.round(u.posToVal(u.select.left + u.select.width, 'x')),
              });
            },
          ],
        },
      },
      drawn.data,
      el,
    );
    const wheel = (e: WheelEvent) => {
      e.preventDefault();
      const now = tell.current.span;
      tell.current.onSpan(
        e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)
          ? moved(now, Math.sign(e.deltaX || e.deltaY) * 0.1)
          : zoomed(now, e.deltaY > 0 ? 1.25 : 0.8),
      );
    };
    const out = () => tell.current.onSpan(zoomed(tell.current.span, 3));
    chart.over.addEventListener('wheel', wheel, { passive: false });
    chart.over.addEventListener('dblclick', out);
    const resized = new ResizeObserver(() =>
      chart.setSize({ width: el.clientWidth, height: el.clientHeight }),
    );
    resized.observe(el);
    return () => {
      resized.disconnect();
      chart.destroy();
    };
  }, [
    series
      .map((s) =>
        s ? `${s.marketCode}${s.area}${s.source}${s.starts[0]}${s.starts.length}${s.resolution}` : '',
      )
      .join(),
    span.from,
    span.to,
    zone,
    scheme,
  ]);

  const keys = (e: KeyboardEvent) => {
    const to =
      e.key === 'ArrowLeft'
        ? moved(span, -0.25)
        : e.key === 'ArrowRight'
          ? moved(span, 0.25)
          : e.key === '+'
            ? zoomed(span, 0.5)
            : e.key === '-'
              ? zoomed(span, 2)
              : null;
    if (!to) return;
    e.preventDefault();
    onSpan(to);
  };
  return (
    <div
      ref={host}
      className={classes.plot}
      role="application"
      tabIndex={0}
      aria-label="Price chart. Arrow keys move in time, plus and minus zoom; the table below has the figures."
      onKeyDown={keys}
      onMouseLeave={() => onHover(null)}
      data-testid="history-chart"
    />
  );
}

function columns(series: readonly (PriceSeries | null)[]): {
  data: uPlot.AlignedData;
  series: uPlot.Series[];
  bands: uPlot.Band[];
} {
  const tables: uPlot.AlignedData[] = [];
  const drawn: uPlot.Series[] = [];
  const bands: uPlot.Band[] = [];
  const bounds = series.filter((s) => s !== null).length <= 2;
  series.forEach((s, n) => {
    if (!s) return;
    const color = css(colorOf(n));
    const [x, mean] = steps(s, s.mean);
    const columnsOf = [mean];
    if (bounds && s.min.length > 0) {
      columnsOf.push(steps(s, s.max)[1], steps(s, s.min)[1]);
      bands.push({ series: [drawn.length + 2, drawn.length + 3], fill: `${color}22` });
    }
    tables.push([x, ...columnsOf] as uPlot.AlignedData);
    drawn.push({
      label: s.area,
      stroke: color,
      width: 1.6,
      dash: s.simulated ? [6, 3] : undefined,
      paths: stepped,
      points: { show: false },
    });
    for (const label of columnsOf.slice(1).map((_, i) => (i === 0 ? 'highest' : 'lowest')))
      drawn.push({ label, paths: stepped, points: { show: false }, stroke: 'transparent', width: 0 });
  });
  return { data: tables.length > 0 ? uPlot.join(tables) : [[]], series: drawn, bands };
}
