'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { useMemo } from 'react';
import type { Auction, DayPosition } from '@/api/types';
import { MARKETS, marketShort } from '@/features/exchange/event-model';
import { figure, money, signed } from '@/ui/format';
import { Panel, Scroll } from '@/ui/panel';
import { Empty, Waiting } from '@/ui/states';
import { dayAheadAuction } from '../gate-line';
import { heat, marketTotals, type PositionRow, positionRows } from '../position-model';
import classes from './desk.module.css';

interface Props {
  position: DayPosition | undefined;
  auctions: readonly Auction[];
  hasAsset: boolean | null;
  block: number;
  onBlock: (block: number) => void;
}

/** Own energy and money of the day: by asset, as a strip of blocks, and block by block. */
export function PositionPanel({ position, auctions, hasAsset, block, onBlock }: Props) {
  return (
    <Panel
      title="Position and P&L"
      meta="MWh, buy + / sell −"
      bare
      className={classes.position}
      testId="position-panel"
    >
      {position === undefined ? (
        <Waiting rows={6} />
      ) : position.blocks.length === 0 ? (
        <NothingYet auctions={auctions} hasAsset={hasAsset} />
      ) : (
        <Filled position={position} block={block} onBlock={onBlock} />
      )}
    </Panel>
  );
}

function NothingYet({ auctions, hasAsset }: Pick<Props, 'auctions' | 'hasAsset'>) {
  const dam = dayAheadAuction(auctions);
  if (hasAsset === false)
    return (
      <Empty
        title="No asset on this grid yet"
        action={
          <Button component={Link} href="/assets">
            Add an asset
          </Button>
        }
      >
        A bid is always made for an asset. Add one in an area such as N1 or W2, then bid for it.
      </Empty>
    );
  return (
    <Empty
      title="No award on this day yet"
      action={
        dam && (
          <Button component={Link} href={`/auctions/${dam.id}`}>
            {dam.state === 'open' ? 'Bid in the day-ahead auction' : 'See the day-ahead auction'}
          </Button>
        )
      }
    >
      Submit a bid before its gate closes; what it is awarded and what it earns stands here as soon as its
      auction is cleared.
    </Empty>
  );
}

function Filled({
  position,
  block,
  onBlock,
}: {
  position: DayPosition;
  block: number;
  onBlock: (b: number) => void;
}) {
  const rows = useMemo(() => positionRows(position), [position]);
  const markets = useMemo(
    () => MARKETS.filter((code) => position.markets.includes(code)),
    [position.markets],
  );
  const totals = useMemo(() => marketTotals(position), [position]);
  const currency = position.currency ?? 'INR';
  return (
    <>
      <div className={classes.totals}>
        {position.assets.map((a) => (
          <span key={a.assetId}>
            {a.assetName} <b>{signed(a.energyMwh, 1)}</b>{' '}
            <b className={a.amount < 0 ? 'down' : 'up'}>{money(a.amount, currency, 0)}</b>
          </span>
        ))}
      </div>
      <HeatStrip rows={rows} />
      <Scroll label="Position by block">
        <table className={`dense ${classes.tight}`} data-testid="position-table">
          <thead>
            <tr>
              <th scope="col" className="n">
                Block
              </th>
              <th scope="col">Time</th>
              {markets.map((code) => (
                <th key={code} scope="col" className="n">
                  {marketShort(code)}
                </th>
              ))}
              <th scope="col" className="n">
                Net
              </th>
              <th scope="col" className="n">
                ₹/MWh
              </th>
              <th scope="col" className="n">
                Money
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr
                key={r.block}
                data-clickable
                data-selected={r.block === block}
                onClick={() => onBlock(r.block)}
              >
                <th scope="row" className="n">
                  {r.block}
                </th>
                <td className="dim">{r.start}</td>
                {markets.map((code) => (
                  <td key={code} className="n">
                    {signed(r.energy[code], 2)}
                  </td>
                ))}
                <td className="n">{r.traded ? signed(r.netMwh, 2) : '–'}</td>
                <td className="n dim">{figure(r.price)}</td>
                <td className={`n ${r.amount < 0 ? 'down' : r.amount > 0 ? 'up' : ''}`}>
                  {r.traded ? money(r.amount, currency) : '–'}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                Day
              </th>
              {markets.map((code) => (
                <td key={code} className="n">
                  {signed(totals.find((t) => t.marketCode === code)?.energyMwh, 1)}
                </td>
              ))}
              <td className="n">{signed(position.totals.energyMwh, 1)}</td>
              <td />
              <td className="n" data-testid="position-money">
                {money(position.totals.amount, currency)}
              </td>
            </tr>
          </tfoot>
        </table>
      </Scroll>
    </>
  );
}

/** The day at a glance: green buys, red sells, the stronger the more. The figures stand in the table. */
function HeatStrip({ rows }: { rows: readonly PositionRow[] }) {
  return (
    <svg className={classes.strip} viewBox={`0 0 ${rows.length} 1`} preserveAspectRatio="none" aria-hidden>
      {heat(rows).map((h, i) => (
        <rect
          key={i}
          x={i}
          width={1.02}
          height={1}
          fill={h >= 0 ? 'var(--ob-up)' : 'var(--ob-down)'}
          opacity={h === 0 ? 0.04 : 0.25 + 0.75 * Math.abs(h)}
        />
      ))}
    </svg>
  );
}
