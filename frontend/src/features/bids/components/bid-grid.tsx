'use client';
import {
  type ClipboardEvent,
  type Dispatch,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { figure } from '@/ui/format';
import { tell } from '@/ui/tell';
import { columnTotals } from '../curve-hints';
import { fillDown, fillSeries } from '../sheet-fill';
import { type GridAction, type GridState, selectionOf } from '../sheet-history';
import { columnsOf, copyText, parseTsv, pointsOf, type Range, write } from '../sheet-model';
import classes from './bid-grid.module.css';
import { GridHead, GridTotals } from './bid-grid-head';
import { BidRow } from './bid-row';

interface Props {
  state: GridState;
  dispatch: Dispatch<GridAction>;
  faults: ReadonlyMap<number, Record<number, string>>;
  hints: ReadonlyMap<number, Record<number, string>>;
  firstBlock: number;
  /** Hours of a block. */
  hours: number;
  zone: string;
  starts: readonly string[];
  lastPrices: readonly (number | null)[];
  currency: string;
  readOnly: boolean;
  onRow: (row: number) => void;
}

const NONE: Record<number, string> = {};

export function BidGrid({
  state: s,
  dispatch,
  faults,
  hints,
  firstBlock,
  hours,
  zone,
  starts,
  lastPrices,
  currency,
  readOnly,
  onRow,
}: Props) {
  const host = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const wantsFocus = useRef(false);
  const sel = selectionOf(s);
  const columns = columnsOf(s.sheet);
  const rows = s.sheet.length;

  const put = (text: string, at: Range) => {
    const out = write(s.sheet, at, parseTsv(text));
    if (out.written) dispatch({ type: 'write', sheet: out.sheet });
    if (out.rejected)
      tell(
        out.mixed
          ? 'Some cells have a decimal point and others a decimal comma: only whole numbers were taken'
          : `${out.rejected === 1 ? 'One cell is' : `${out.rejected} cells are`} no number and stayed as before`,
        'yellow',
      );
    return out;
  };

  useLayoutEffect(() => {
    const cell = host.current?.querySelector<HTMLElement>(`[data-cell="${s.row}-${s.column}"]`);
    if (!cell) return;
    const inside = host.current?.contains(document.activeElement) ?? false;
    if (inside || wantsFocus.current) {
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      if (s.edit === null) cell.focus({ preventScroll: true });
    }
    wantsFocus.current = false;
  }, [s.row, s.column, s.edit]);

  useEffect(() => {
    const up = () => {
      dragging.current = false;
    };
    window.addEventListener('mouseup', up);
    return () => window.removeEventListener('mouseup', up);
  }, []);

  const go = (row: number, column: number, extend = false) => dispatch({ type: 'move', row, column, extend });
  const open = (text: string) => !readOnly && dispatch({ type: 'edit', text });
  const content = () => String(s.sheet[s.row]?.[s.column] ?? '');

  const keysWhileEditing = (e: KeyboardEvent, text: string) => {
    if (e.key !== 'Escape' && e.key !== 'Enter' && e.key !== 'Tab') return;
    e.preventDefault();
    wantsFocus.current = true;
    if (e.key === 'Escape') return dispatch({ type: 'edit', text: null });
    put(text, { r0: s.row, r1: s.row, c0: s.column, c1: s.column });
    if (e.key === 'Enter') go(s.row + (e.shiftKey ? -1 : 1), s.column);
    else go(...beside(s.row, s.column, e.shiftKey ? -1 : 1));
  };
  const beside = (row: number, column: number, step: number): [number, number] => {
    const to = column + step;
    if (to < 0) return row > 0 ? [row - 1, columns - 1] : [row, 0];
    if (to >= columns) return row < rows - 1 ? [row + 1, 0] : [row, columns - 1];
    return [row, to];
  };
  const keys = (e: KeyboardEvent) => {
    if (s.edit !== null) return keysWhileEditing(e, s.edit);
    const mod = e.ctrlKey || e.metaKey;
    const take = (act: () => void) => {
      e.preventDefault();
      act();
    };
    const far = (n: number, step: number, last: number) => (mod ? (step < 0 ? 0 : last) : n + step);
    switch (e.key) {
      case 'ArrowUp':
        return take(() => go(far(s.row, -1, rows - 1), s.column, e.shiftKey));
      case 'ArrowDown':
        return take(() => go(far(s.row, 1, rows - 1), s.column, e.shiftKey));
      case 'ArrowLeft':
        return take(() => go(s.row, far(s.column, -1, columns - 1), e.shiftKey));
      case 'ArrowRight':
        return take(() => go(s.row, far(s.column, 1, columns - 1), e.shiftKey));
      case 'PageUp':
        return take(() => go(s.row - 12, s.column, e.shiftKey));
      case 'PageDown':
        return take(() => go(s.row + 12, s.column, e.shiftKey));
      case 'Home':
        return take(() => go(mod ? 0 : s.row, 0, e.shiftKey));
      case 'End':
        return take(() => go(mod ? rows - 1 : s.row, columns - 1, e.shiftKey));
      case 'Tab': {
        // At either end Tab leaves the grid, so that the keyboard is never caught in it.
        const [row, column] = beside(s.row, s.column, e.shiftKey ? -1 : 1);
        if (row !== s.row || column !== s.column) take(() => go(row, column));
        return;
      }
      case 'Escape':
        return take(() => go(s.row, s.column));
      case 'Enter':
      case 'F2':
        return take(() => open(content()));
      case 'Delete':
      case 'Backspace':
        return take(() => !readOnly && void put('', sel));
    }
    const letter = e.key.toLowerCase();
    if (mod && letter === 'a')
      take(() => dispatch({ type: 'select', range: { r0: 0, c0: 0, r1: rows - 1, c1: columns - 1 } }));
    else if (readOnly) return;
    else if (mod && letter === 'z') take(() => dispatch({ type: e.shiftKey ? 'redo' : 'undo' }));
    else if (mod && letter === 'y') take(() => dispatch({ type: 'redo' }));
    else if (mod && letter === 'd')
      take(() => dispatch({ type: 'write', sheet: (e.shiftKey ? fillSeries : fillDown)(s.sheet, sel) }));
    else if (!mod && /^[\d.,\-−]$/.test(e.key)) take(() => open(e.key));
  };

  const copy = (e: ClipboardEvent) => {
    if (s.edit !== null) return;
    e.preventDefault();
    e.clipboardData.setData('text/plain', copyText(s.sheet, sel));
    if (e.type === 'cut' && !readOnly) put('', sel);
  };
  const paste = (e: ClipboardEvent) => {
    if (s.edit !== null || readOnly) return;
    e.preventDefault();
    const text = e.clipboardData.getData('text/plain');
    const block = parseTsv(text);
    if (put(text, sel).written === 0) return;
    const wide = Math.max(...block.map((r) => r.length));
    if (block.length > 1 || wide > 1)
      dispatch({
        type: 'select',
        range: { r0: sel.r0, c0: sel.c0, r1: sel.r0 + block.length - 1, c1: sel.c0 + wide - 1 },
      });
  };
  const cellOf = (e: MouseEvent): [number, number] | null => {
    const key = (e.target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset.cell;
    const [r, c] = key?.split('-').map(Number) ?? [];
    return r === undefined || c === undefined ? null : [r, c];
  };
  const press = (e: MouseEvent) => {
    const at = cellOf(e);
    if (!at || e.button !== 0 || (s.edit !== null && at[0] === s.row && at[1] === s.column)) return;
    dragging.current = true;
    wantsFocus.current = true;
    go(at[0], at[1], e.shiftKey);
    onRow(at[0]);
  };
  const drag = (e: MouseEvent) => {
    const at = dragging.current ? cellOf(e) : null;
    if (at && (at[0] !== s.row || at[1] !== s.column)) go(at[0], at[1], true);
  };

  const totals = useMemo(() => columnTotals(s.sheet, hours), [s.sheet, hours]);
  const template = { '--points': pointsOf(s.sheet) } as React.CSSProperties;
  return (
    <div
      ref={host}
      className={classes.grid}
      style={template}
      role="grid"
      tabIndex={-1}
      aria-label={`Bid by block: ${rows} blocks, ${pointsOf(s.sheet)} price–quantity points`}
      aria-rowcount={rows + 3}
      aria-colcount={columns + 3}
      aria-multiselectable
      aria-readonly={readOnly}
      onKeyDown={keys}
      onCopy={copy}
      onCut={copy}
      onPaste={paste}
      onMouseDown={press}
      onMouseMove={drag}
      onDoubleClick={(e) => cellOf(e) && open(content())}
      data-testid="bid-grid"
    >
      <GridHead points={pointsOf(s.sheet)} currency={currency} zone={zone} />
      {s.sheet.map((row, r) => {
        const selected = r >= sel.r0 && r <= sel.r1;
        return (
          <BidRow
            key={r}
            r={r}
            block={firstBlock + r}
            row={row}
            start={starts[r] ?? ''}
            last={figure(lastPrices[r])}
            faults={faults.get(r) ?? NONE}
            hints={hints.get(r) ?? NONE}
            active={r === s.row ? s.column : -1}
            s0={selected ? sel.c0 : -1}
            s1={selected ? sel.c1 : -1}
            edit={r === s.row ? s.edit : null}
            onEdit={(text) => dispatch({ type: 'edit', text })}
            onLeave={(text) => put(text, { r0: s.row, r1: s.row, c0: s.column, c1: s.column })}
          />
        );
      })}
      <GridTotals totals={totals} rowIndex={rows + 3} />
    </div>
  );
}
