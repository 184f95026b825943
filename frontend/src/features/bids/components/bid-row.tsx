import { memo } from 'react';
import { typed } from '@/ui/format';
import { isPrice, type Row } from '../sheet-model';
import classes from './bid-grid.module.css';

interface Props {
  r: number;
  /** Number of the block in its day. */
  block: number;
  row: Row;
  start: string;
  last: string;
  faults: Record<number, string>;
  /** What is out of order already while typing; a fault of the server stands above it. */
  hints: Record<number, string>;
  /** Column of the cursor, -1 when it stands in another row. */
  active: number;
  s0: number;
  s1: number;
  edit: string | null;
  onEdit: (text: string | null) => void;
  onLeave: (text: string) => void;
}

/** A row of plain, contained elements: a table would lay out and paint all of them at each key. */
export const BidRow = memo(function BidRow(p: Props) {
  const { r, row, block, faults, hints, active, s0, s1, edit } = p;
  return (
    <div className={classes.row} role="row" aria-rowindex={r + 3} data-current={active >= 0} tabIndex={-1}>
      <span role="rowheader" tabIndex={-1} className={classes.block}>
        {block}
      </span>
      <span role="gridcell" tabIndex={-1} className={`${classes.dim} ${classes.start}`}>
        {p.start}
      </span>
      <span role="gridcell" tabIndex={-1} className={classes.last}>
        {p.last}
      </span>
      {row.map((v, c) => {
        const name = `Block ${block}, point ${(c >> 1) + 1} ${isPrice(c) ? 'price' : 'quantity'}`;
        const open = active === c && edit !== null;
        return (
          <span
            key={c}
            data-cell={`${r}-${c}`}
            role="gridcell"
            tabIndex={active === c ? 0 : -1}
            aria-colindex={c + 4}
            aria-selected={s0 >= 0 && c >= s0 && c <= s1}
            aria-invalid={faults[c] ? true : undefined}
            title={faults[c] ?? hints[c]}
            data-hint={hints[c] && !faults[c] ? true : undefined}
            className={`${classes.cell} ${isPrice(c) ? classes.step : ''} ${active === c ? classes.active : ''}`}
          >
            {open ? (
              <input
                className={classes.input}
                aria-label={name}
                // biome-ignore lint/a11y/noAutofocus: the cell was opened by a key or a double click, the cursor belongs here
                autoFocus
                value={edit}
                inputMode="decimal"
                onChange={(e) => p.onEdit(e.currentTarget.value)}
                onBlur={(e) =>
                  e.currentTarget.value === String(v ?? '')
                    ? p.onEdit(null)
                    : p.onLeave(e.currentTarget.value)
                }
              />
            ) : (
              typed(v)
            )}
          </span>
        );
      })}
    </div>
  );
}, unchanged);

function unchanged(a: Props, b: Props): boolean {
  return (
    a.row === b.row &&
    a.active === b.active &&
    a.s0 === b.s0 &&
    a.s1 === b.s1 &&
    a.edit === b.edit &&
    a.faults === b.faults &&
    a.hints === b.hints &&
    a.block === b.block &&
    a.last === b.last &&
    a.start === b.start &&
    b.active < 0
  );
}
