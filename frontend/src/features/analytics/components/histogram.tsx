import type { PriceDistribution } from '@/api/types';
import { figure } from '@/ui/format';
import classes from './analytics.module.css';

const range = (from: number | undefined, to: number | undefined): string =>
  from === undefined
    ? `below ${figure(to)}`
    : to === undefined
      ? `${figure(from)} and more`
      : `${figure(from)} – ${figure(to)}`;

/** Bins as bars with their counts, and the quantiles, which are prices that were. */
export function Histogram({ distribution }: { distribution: PriceDistribution }) {
  const most = distribution.bins.reduce((m, b) => Math.max(m, b.blocks), 1);
  return (
    <>
      <dl className={classes.figures}>
        {distribution.quantiles.map((q) => (
          <div key={q.level}>
            <dt>{q.level === 0.5 ? 'Median' : `${q.level * 100} % below`}</dt>
            <dd>{figure(q.price)}</dd>
          </div>
        ))}
      </dl>
      <ol className={classes.bins} aria-label={`${distribution.blocks} blocks by price`}>
        {distribution.bins.map((b) => (
          <li key={`${b.from} ${b.to}`}>
            <span>{range(b.from, b.to)}</span>
            <span className={classes.filled} style={{ width: `${(b.blocks / most) * 100}%` }} />
            <span>{b.blocks}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
