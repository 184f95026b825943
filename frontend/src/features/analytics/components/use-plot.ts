'use client';
import { useComputedColorScheme } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import uPlot from 'uplot';

export const css = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** What a plot adds to axes in the page's colours, drawn anew when its subject or the theme changes. */
export type Drawing = Pick<uPlot.Options, 'series'> &
  Partial<Pick<uPlot.Options, 'bands' | 'scales'>> & { data: uPlot.AlignedData };

const HALF_A_DAY = 43_200;

/** A single value stands in the middle of its day: uPlot takes the seconds of one for its milliseconds. */
const aroundOne = (u: uPlot, min: number, max: number): [number, number] =>
  u.data[0].length === 1 ? [min - HALF_A_DAY, min + HALF_A_DAY] : [min, max];

export function usePlot(
  zone: string,
  decimals: number,
  subject: unknown,
  drawing: () => Drawing,
): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('dark');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the subject stands for what is drawn, and the colours are read from the page
  useEffect(() => {
    const el = host.current;
    if (!el) return;
    const axis = {
      stroke: css('--ob-dim'),
      font: `11px ${getComputedStyle(document.body).fontFamily}`,
      grid: { stroke: css('--ob-line'), width: 1 },
      ticks: { stroke: css('--ob-line'), size: 4 },
    };
    const { data, ...options } = drawing();
    const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: decimals });
    const chart = new uPlot(
      {
        width: el.clientWidth,
        height: el.clientHeight,
        padding: [12, 18, 0, 0],
        tzDate: (at) => uPlot.tzDate(new Date(at * 1000), zone),
        cursor: { y: false },
        axes: [
          { ...axis, space: 70 },
          { ...axis, size: 58, space: 34, values: (_u, v) => v.map((n) => number.format(n)) },
        ],
        legend: { show: false },
        ...options,
        scales: { x: { time: true, range: aroundOne }, ...options.scales },
      },
      data,
      el,
    );
    const resized = new ResizeObserver(() =>
      chart.setSize({ width: el.clientWidth, height: el.clientHeight }),
    );
    resized.observe(el);
    return () => {
      resized.disconnect();
      chart.destroy();
    };
  }, [subject, zone, scheme]);
  return host;
}
