'use client';
import type uPlot from 'uplot';
import type { Correlation } from '@/api/types';
import { figure, plural } from '@/ui/format';
import { Empty } from '@/ui/states';
import classes from './analytics.module.css';
import { css, usePlot } from './use-plot';

/** The coefficient of a window that rolls over the period, and that of all of it. */
export function CorrelationPlot({ correlation, zone }: { correlation: Correlation; zone: string }) {
  const host = usePlot(zone, 1, correlation, () => ({
    data: [
      correlation.rolling.map((r) => Date.parse(r.start) / 1000),
      correlation.rolling.map((r) => r.coefficient ?? null),
    ] as uPlot.AlignedData,
    series: [{}, { label: 'coefficient', stroke: css('--ob-accent'), width: 1.6 }],
    scales: { y: { range: () => [-1, 1] } },
  }));
  if (correlation.blocks === 0)
    return <Empty title="Nothing to compare">The two have no blocks of the same start and length.</Empty>;
  return (
    <>
      <dl className={classes.figures}>
        <div>
          <dt>Over the whole period</dt>
          <dd>{figure(correlation.whole, 3)}</dd>
        </div>
        <div>
          <dt>From</dt>
          <dd>{plural(correlation.blocks, 'block')}</dd>
        </div>
      </dl>
      <div
        ref={host}
        className={`${classes.plot} ${classes.low}`}
        role="img"
        aria-label={`Rolling correlation; ${figure(correlation.whole, 3)} over the whole period.`}
      />
    </>
  );
}
