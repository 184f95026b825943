import { useMemo } from 'react';
import type { BookDay } from '@/api/types';
import { figure } from '@/ui/format';
import { Scroll } from '@/ui/panel';
import { kindsIn, nameOf, rowsOf, type Unit } from '../book-model';

/** Power is a multiple of a kW, energy a quarter of that. */
const DECIMALS = { mw: 3, mwh: 5 } as const;

/** The position block by block, a column for each kind there is. */
export function BookTable({ book, unit, market }: { book: BookDay; unit: Unit; market: string | null }) {
  const rows = useMemo(() => rowsOf(book, unit, market), [book, unit, market]);
  const sell = kindsIn(rows, 'sell');
  const buy = kindsIn(rows, 'buy');
  const decimals = DECIMALS[unit];
  return (
    <Scroll label="Position by block">
      <table className="dense" aria-label="Position by block">
        <thead>
          <tr>
            <th scope="col" className="n">
              Block
            </th>
            <th scope="col">Time</th>
            {sell.map((kind) => (
              <th key={kind} scope="col" className="n">
                Sell, {nameOf(kind).toLowerCase()}
              </th>
            ))}
            <th scope="col" className="n">
              Left to sell
            </th>
            {buy.map((kind) => (
              <th key={kind} scope="col" className="n">
                Buy, {nameOf(kind).toLowerCase()}
              </th>
            ))}
            <th scope="col" className="n">
              Left to buy
            </th>
            <th scope="col" className="n">
              Scheduled
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.block}>
              <th scope="row" className="n">
                {r.block}
              </th>
              <td className="dim">{r.start}</td>
              {sell.map((kind) => (
                <td key={kind} className="n">
                  {r.sell[kind] ? figure(r.sell[kind], decimals) : '–'}
                </td>
              ))}
              <td className={`n ${r.leftToSell < 0 ? 'down' : ''}`}>{figure(r.leftToSell, decimals)}</td>
              {buy.map((kind) => (
                <td key={kind} className="n">
                  {r.buy[kind] ? figure(r.buy[kind], decimals) : '–'}
                </td>
              ))}
              <td className={`n ${r.leftToBuy < 0 ? 'down' : ''}`}>{figure(r.leftToBuy, decimals)}</td>
              <td className="n dim">{figure(r.scheduled, decimals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
