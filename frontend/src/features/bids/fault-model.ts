import type { BidBlock, Fault } from '@/api/types';
import { isPrice, type Origin, type Sheet } from './sheet-model';

/** A fault with its place on the screen: a cell, a whole row, or a field of the form. */
export interface PlacedFault {
  row: number | null;
  column: number | null;
  field: string | null;
  /** Index of the block order it is about. */
  order?: number;
  code: string;
  message: string;
  where: string;
}

type Sent = readonly Pick<BidBlock, 'block'>[];

const FIELDS: Record<string, string> = {
  assetId: 'Asset',
  areaCode: 'Area',
  side: 'Side',
  label: 'Label',
  auctionId: 'Auction',
};

/** Finds the cell of each JSON pointer, by way of what was sent: `/blocks/3/points/1/price` is no row number. */
export function placeFaults(faults: readonly Fault[], sent: Sent, origin: Origin): PlacedFault[] {
  return faults.map((f) => {
    const base = { code: f.code, message: f.message };
    const path = f.field.split('/').slice(1);
    if (path[0] === 'blockOrders' && path[1] !== undefined) {
      const order = Number(path[1]);
      return { ...base, row: null, column: null, field: null, order, where: `Block order ${order + 1}` };
    }
    if (path[0] !== 'blocks') {
      const field = path[0] ?? '';
      return { ...base, row: null, column: null, field, where: FIELDS[field] ?? 'Bid' };
    }
    const b = path[1] === undefined ? undefined : origin.blocks[Number(path[1])];
    if (!b) return { ...base, row: null, column: null, field: 'blocks', where: 'Blocks' };
    const number = sent[Number(path[1])]?.block ?? b.row + 1;
    const at = path[2] === 'points' && path[3] !== undefined ? b.columns[Number(path[3])] : undefined;
    if (at === undefined) return { ...base, row: b.row, column: null, field: null, where: `Block ${number}` };
    const column = path[4] === 'quantity' ? at + 1 : at;
    return { ...base, row: b.row, column, field: null, where: `Block ${number}, ${pointName(column)}` };
  });
}

const pointName = (column: number): string =>
  `point ${Math.floor(column / 2) + 1} ${isPrice(column) ? 'price' : 'quantity'}`;

/** Half-filled points, which cannot even be asked about. */
export function gaps(sheet: Sheet, firstBlock = 1): PlacedFault[] {
  const found: PlacedFault[] = [];
  sheet.forEach((row, r) => {
    for (let c = 0; c < row.length; c += 2) {
      const hasPrice = (row[c] ?? null) !== null;
      const hasQuantity = (row[c + 1] ?? null) !== null;
      if (hasPrice === hasQuantity) continue;
      const column = hasPrice ? c + 1 : c;
      found.push({
        row: r,
        column,
        field: null,
        code: 'required',
        message: hasPrice ? 'The quantity is missing' : 'The price is missing',
        where: `Block ${firstBlock + r}, ${pointName(column)}`,
      });
    }
  });
  return found;
}

/** Whether a second pair of eyes is all that a bid lacks. */
export const needsApproval = (faults: readonly PlacedFault[]): boolean =>
  faults.length > 0 && faults.every((f) => f.code === 'approval_required');

/** Message per row of the list of block orders: what is unfinished, else what was refused. */
export function faultsByOrder(
  faults: readonly PlacedFault[],
  unfinished: ReadonlyMap<number, string>,
): Map<number, string> {
  const byOrder = new Map(unfinished);
  for (const f of faults) {
    if (f.order === undefined || unfinished.has(f.order)) continue;
    const said = byOrder.get(f.order);
    byOrder.set(f.order, said ? `${said} ${f.message}` : f.message);
  }
  return byOrder;
}

/** Message per cell; a fault of a whole row marks every filled cell of it. */
export function faultsByCell(
  faults: readonly PlacedFault[],
  sheet: Sheet,
): Map<number, Record<number, string>> {
  const byRow = new Map<number, Record<number, string>>();
  for (const f of faults) {
    if (f.row === null) continue;
    const cells = byRow.get(f.row) ?? {};
    const columns =
      f.column !== null ? [f.column] : (sheet[f.row] ?? []).flatMap((v, c) => (v === null ? [] : [c]));
    for (const c of columns) cells[c] = cells[c] ? `${cells[c]}\n${f.message}` : f.message;
    byRow.set(f.row, cells);
  }
  return byRow;
}
