'use client';
import { useMemo } from 'react';
import type uPlot from 'uplot';
import type { Anomaly, PriceBucket } from '@/api/types';
import { columnsOf, type Interval } from '../analytics-model';
import classes from './analytics.module.css';
import { css, usePlot } from './use-plot';

interface Props {
  buckets: readonly PriceBucket[];
  interval: Interval;
  anomalies: readonly Anomaly[];
  zone: string;
}

/** Mean price by interval, a band from its lowest to its highest block, and a dot at each anomaly. */
export function BandPlot({ buckets, interval, anomalies, zone }: Props) {
  const columns = useMemo(() => columnsOf(buckets, interval, anomalies), [buckets, interval, anomalies]);
  const host = usePlot(zone, 0, columns, () => {
    const color = css('--ob-zone-0');
    const bad = css('--ob-bad');
    const unseen = { points: { show: false }, stroke: 'transparent', width: 0 };
    return {
      data: [columns.times, columns.mean, columns.high, columns.low, columns.marks] as uPlot.AlignedData,
      series: [
        {},
        { label: 'mean', stroke: color, width: 1.6, points: { show: columns.times.length === 1 } },
        { label: 'highest', ...unseen },
        { label: 'lowest', ...unseen },
        { label: 'anomaly', stroke: bad, width: 0, points: { show: true, size: 7, fill: bad } },
      ],
      bands: [{ series: [2, 3], fill: `${color}22` }],
    };
  });
  return (
    <div
      ref={host}
      className={classes.plot}
      role="img"
      aria-label="Mean price with a band from the lowest to the highest; dots are anomalies, which the table below lists."
    />
  );
}
