'use client';
import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { Auction, DeliveryBlock } from '@/api/types';
import { blockSpan } from '@/features/results/block-span';
import { filled, type Row, scaled, shifted } from '../replay-model';
import classes from './replay.module.css';

interface Props {
  auction: Auction;
  blocks: DeliveryBlock[] | undefined;
  rows: Row[];
  /** What is wrong, by row. */
  wrong: ReadonlyMap<number, string>;
  onRows: (rows: Row[]) => void;
}

const numberOf = (v: string | number): number | null => (typeof v === 'number' ? v : null);

/** Price and quantity of each block, and the ways to change them all at once. */
export function CurveRows({ auction, blocks, rows, wrong, onRows }: Props) {
  const change = (at: number, row: Partial<Row>) =>
    onRows(rows.map((r, i) => (i === at ? { ...r, ...row } : r)));
  return (
    <>
      <Everywhere rows={rows} currency={auction.currency} onRows={onRows} />
      <section className={classes.rows} tabIndex={0} aria-label="Price and quantity by block, scrollable">
        <table className="dense">
          <thead>
            <tr>
              <th scope="col" className="n">
                Block
              </th>
              <th scope="col">Time</th>
              <th scope="col" className="n">
                {auction.currency}/MWh
              </th>
              <th scope="col" className="n">
                MW
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                <th scope="row" className="n">
                  {row.block}
                </th>
                <td className="dim">{blockSpan(row.block, blocks, auction, true)}</td>
                <td className="n">
                  <NumberInput
                    aria-label={`Price, row ${i + 1}, block ${row.block}`}
                    size="xs"
                    value={row.price ?? ''}
                    error={wrong.get(i)}
                    onChange={(v) => change(i, { price: numberOf(v) })}
                    hideControls
                  />
                </td>
                <td className="n">
                  <NumberInput
                    aria-label={`Quantity, row ${i + 1}, block ${row.block}`}
                    size="xs"
                    min={0}
                    value={row.quantity ?? ''}
                    error={wrong.has(i)}
                    onChange={(v) => change(i, { quantity: numberOf(v) })}
                    hideControls
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Everywhere({
  rows,
  currency,
  onRows,
}: {
  rows: Row[];
  currency: string;
  onRows: (rows: Row[]) => void;
}) {
  const [percent, setPercent] = useState<number | null>(50);
  const [by, setBy] = useState<number | null>(1);
  const [price, setPrice] = useState<number | null>(null);
  const [quantity, setQuantity] = useState<number | null>(null);
  const empty = rows.every((r) => r.quantity === null);
  return empty ? (
    <div className={classes.everywhere}>
      <NumberInput
        label={`Price, ${currency}/MWh`}
        value={price ?? ''}
        onChange={(v) => setPrice(numberOf(v))}
        hideControls
      />
      <NumberInput
        label="Quantity, MW"
        min={0}
        value={quantity ?? ''}
        onChange={(v) => setQuantity(numberOf(v))}
        hideControls
      />
      <Button
        variant="default"
        disabled={price === null || quantity === null}
        onClick={() => onRows(filled(rows, price, quantity))}
      >
        Fill every block
      </Button>
    </div>
  ) : (
    <div className={classes.everywhere}>
      <NumberInput
        label="Quantities, %"
        min={0}
        value={percent ?? ''}
        onChange={(v) => setPercent(numberOf(v))}
        hideControls
      />
      <Button
        variant="default"
        disabled={percent === null}
        onClick={() => percent !== null && onRows(scaled(rows, percent))}
      >
        Scale
      </Button>
      <NumberInput
        label={`Prices by, ${currency}/MWh`}
        value={by ?? ''}
        onChange={(v) => setBy(numberOf(v))}
        hideControls
      />
      <Button
        variant="default"
        disabled={by === null}
        onClick={() => by !== null && onRows(shifted(rows, by))}
      >
        Shift
      </Button>
    </div>
  );
}
