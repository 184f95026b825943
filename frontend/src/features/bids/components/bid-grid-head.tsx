import { figure } from '@/ui/format';
import { isPrice } from '../sheet-model';
import classes from './bid-grid.module.css';

export function GridHead({ points, currency, zone }: { points: number; currency: string; zone: string }) {
  return (
    <div className={classes.head} role="rowgroup">
      <div className={classes.row} role="row" aria-rowindex={1} tabIndex={-1}>
        <span role="columnheader" tabIndex={-1} aria-colspan={2} className={classes.corner}>
          Delivery, {zone}
        </span>
        <span role="columnheader" tabIndex={-1}>
          Price
        </span>
        {Array.from({ length: points }, (_, i) => (
          <span
            key={i}
            role="columnheader"
            tabIndex={-1}
            aria-colspan={2}
            className={`${classes.point} ${classes.step}`}
          >
            Point {i + 1}
          </span>
        ))}
      </div>
      <div className={classes.row} role="row" aria-rowindex={2} tabIndex={-1}>
        <span role="columnheader" tabIndex={-1} className={classes.block}>
          Blk
        </span>
        <span role="columnheader" tabIndex={-1} className={classes.start}>
          Start
        </span>
        <span role="columnheader" tabIndex={-1} title={`Last price, ${currency}/MWh`}>
          Last
        </span>
        {Array.from({ length: points * 2 }, (_, c) => (
          <span key={c} role="columnheader" tabIndex={-1} className={isPrice(c) ? classes.step : ''}>
            {isPrice(c) ? `${currency}/MWh` : 'Σ MW'}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Mean of each price column and energy at each point, over all blocks. */
export function GridTotals({ totals, rowIndex }: { totals: readonly (number | null)[]; rowIndex: number }) {
  return (
    <div className={classes.totals} role="rowgroup">
      <div className={classes.row} role="row" aria-rowindex={rowIndex} tabIndex={-1}>
        <span role="rowheader" tabIndex={-1} aria-colspan={2} className={classes.corner}>
          Mean, MWh
        </span>
        <span role="gridcell" tabIndex={-1} />
        {totals.map((n, c) => (
          <span
            key={c}
            role="gridcell"
            tabIndex={-1}
            aria-colindex={c + 4}
            className={isPrice(c) ? classes.step : ''}
          >
            {n === null ? '' : figure(n, isPrice(c) ? 0 : 1)}
          </span>
        ))}
      </div>
    </div>
  );
}
