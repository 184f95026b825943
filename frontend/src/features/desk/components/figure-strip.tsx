'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { bidTerms } from '@/features/bids/bid-terms';
import type { SeenExchange } from '@/features/exchange/api';
import { pendingEventsQuery } from '@/features/exchange/day-api';
import { DAY_AHEAD, EXCHANGE_ZONE } from '@/features/exchange/event-model';
import { gatesOf } from '@/features/exchange/gate-model';
import { rulesQuery } from '@/features/rules/api';
import { useCan } from '@/features/session/session-context';
import { KeyFigure, KeyFigures } from '@/ui/figures';
import { figure, money, plural, signed } from '@/ui/format';
import { clockTime, plannedStart } from '@/ui/time';
import { blotterRows } from '../blotter-model';
import { BLOCK_MINUTES } from '../day-model';
import { gatesLeft } from '../gate-line';
import { dayFigures } from '../kpi-model';
import type { Day } from '../use-day';

const CURRENCY = 'INR';

/** The day in one line: prices, own energy and money, what can still be done. */
export function FigureStrip({
  exchange,
  day,
  data,
  area,
}: {
  exchange: SeenExchange;
  day: string;
  data: Day;
  area: string;
}) {
  const cap = bidTerms(useQuery(rulesQuery(DAY_AHEAD, day)).data).cap?.value;
  const mayReadAwards = useCan('awards:read');
  const mayReadBids = useCan('bids:read');
  const pending = useQuery(pendingEventsQuery(exchange.id)).data;
  const f = useMemo(
    () =>
      dayFigures(
        data.overview,
        data.position,
        blotterRows(data.bids, data.auctions).map((r) => r.bid),
        data.auctions,
        area,
        cap,
      ),
    [data.overview, data.position, data.bids, data.auctions, area, cap],
  );
  const next = gatesOf(pending ?? []).find((g) => g.deliveryDay === day);
  const left = gatesLeft(data.auctions);
  return (
    <KeyFigures label="The day in figures">
      <KeyFigure
        name="DAM MCP, mean, peak"
        value={figure(f.mcpMean)}
        note={f.mcpPeak ? figure(f.mcpPeak.value, 0) : 'no result yet'}
        hint={`Unconstrained day-ahead market clearing price, ₹/MWh: as if no limit between areas bound${f.mcpPeak ? `; highest at ${time(f.mcpPeak.block)}` : ''}`}
        testId="mcp-mean"
      />
      <KeyFigure
        name={`DAM ${area}, mean`}
        value={figure(f.areaMean)}
        note={f.areaSpread === null ? undefined : `${signed(f.areaSpread, 0)} to MCP`}
        hint={`Day-ahead price of area ${area}, ₹/MWh, and its distance to the unconstrained price`}
      />
      <KeyFigure
        name="Blocks at cap"
        value={figure(f.blocksAtCap, 0)}
        note={cap === undefined ? undefined : `cap ${figure(cap, 0)}`}
        tone={f.blocksAtCap ? 'bad' : undefined}
        hint={`Blocks in which the day-ahead price of ${area} stands at the market's highest, ₹/MWh`}
      />
      {mayReadAwards && (
        <>
          <KeyFigure
            name="Sold"
            value={figure(f.soldMwh, 1)}
            note="MWh"
            hint="Own sales in all markets, MWh; net within a block of one market"
            testId="sold"
          />
          <KeyFigure
            name="Bought"
            value={figure(f.boughtMwh, 1)}
            note="MWh"
            hint="Own purchases in all markets, MWh; net within a block of one market"
            testId="bought"
          />
          <KeyFigure
            name="P&L, money received"
            value={money(f.money, CURRENCY)}
            tone={f.money === null || f.money === 0 ? undefined : f.money > 0 ? 'good' : 'bad'}
            hint="Money received less money paid for the day's energy, ₹; costs of generation are not in it"
            testId="day-money"
          />
        </>
      )}
      {mayReadBids && (
        <KeyFigure
          name="Open bids"
          value={figure(f.openBids, 0)}
          note={plural(left, 'gate left', 'gates left')}
          hint="Own bids whose gate is still open, and gates of this day that have yet to close"
        />
      )}
      <KeyFigure
        name="Next gate of the day"
        value={next ? clockTime(next.closesAt, EXCHANGE_ZONE) : '–'}
        note={next ? next.title : left > 0 ? 'beyond the next events' : 'all closed'}
        hint="When the next gate for this delivery day closes, in the exchange's own time"
      />
    </KeyFigures>
  );
}

const time = (block: number): string => plannedStart(block, BLOCK_MINUTES);
