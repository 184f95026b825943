'use client';
import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DAY_AHEAD, MARKETS, marketShort } from '@/features/exchange/event-model';
import { figure, signed } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { type AreaColumn, areaRows, sorted } from '../area-model';
import type { Day } from '../use-day';
import classes from './desk.module.css';

const COLUMNS: { key: AreaColumn; name: string; hint: string }[] = [
  { key: 'area', name: 'Area', hint: 'Bidding area' },
  { key: 'last', name: 'Last', hint: 'Price of the block being delivered, or the latest known, ₹/MWh' },
  { key: 'mean', name: 'Mean', hint: 'Mean price of the blocks known, ₹/MWh' },
  { key: 'peak', name: 'Peak', hint: 'Highest price, ₹/MWh' },
  { key: 'spread', name: 'To MCP', hint: 'Mean less the unconstrained mean of the same blocks, ₹/MWh' },
  { key: 'buyMwh', name: 'Buy', hint: 'Energy bought in the area, MWh' },
  { key: 'sellMwh', name: 'Sell', hint: 'Energy sold in the area, MWh' },
  { key: 'netImportMwh', name: 'Net in', hint: 'Imported over the borders: bought less sold, MWh' },
];

interface Props {
  data: Day;
  area: string;
  now: number | null;
  onArea: (area: string) => void;
}

/** All areas in one market; choosing a row shows the area in the chart and the figures. */
export function AreasPanel({ data, area, now, onArea }: Props) {
  const [market, setMarket] = useState<string>(DAY_AHEAD);
  const [order, setOrder] = useState<{ by: AreaColumn; descending: boolean }>({
    by: 'area',
    descending: false,
  });
  const block = now === null ? null : Math.floor(now);
  const rows = useMemo(
    () => sorted(areaRows(data.overview, market, data.areas, block), order.by, order.descending),
    [data.overview, market, data.areas, block, order],
  );
  return (
    <Panel
      title="Areas"
      meta="₹/MWh, MWh"
      className={classes.areas}
      testId="areas-panel"
      actions={
        <SegmentedControl
          aria-label="Market of the areas"
          value={market}
          onChange={setMarket}
          data={MARKETS.map((code) => ({ value: code, label: marketShort(code) }))}
        />
      }
    >
      <table className={`dense ${classes.tight}`}>
        <thead>
          <tr>
            {COLUMNS.map((c) => (
              <th
                key={c.key}
                scope="col"
                className={c.key === 'area' ? undefined : 'n'}
                aria-sort={order.by === c.key ? (order.descending ? 'descending' : 'ascending') : undefined}
              >
                <button
                  type="button"
                  className={classes.sort}
                  title={c.hint}
                  onClick={() =>
                    setOrder((o) => ({
                      by: c.key,
                      descending: o.by === c.key ? !o.descending : c.key !== 'area',
                    }))
                  }
                >
                  {c.name}
                  <span aria-hidden>{order.by === c.key ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.area} data-clickable data-selected={r.area === area} onClick={() => onArea(r.area)}>
              <th scope="row">
                <button type="button" className="rowlink" aria-pressed={r.area === area}>
                  {r.area}
                </button>
              </th>
              <td className="n">{figure(r.last)}</td>
              <td className="n">{figure(r.mean)}</td>
              <td className="n">{figure(r.peak)}</td>
              <td className={`n ${tone(r.spread)}`}>{signed(r.spread)}</td>
              <td className="n">{figure(r.buyMwh, 0)}</td>
              <td className="n">{figure(r.sellMwh, 0)}</td>
              <td className="n">{signed(r.netImportMwh, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** Dearer than everywhere is red for who buys, yet here only told apart from cheaper. */
const tone = (spread: number | null): string =>
  spread === null || Math.abs(spread) < 0.005 ? 'dim' : spread > 0 ? 'up' : 'down';
