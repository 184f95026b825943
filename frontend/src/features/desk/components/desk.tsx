'use client';
import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Auction } from '@/api/types';
import { useActivityChoice } from '@/features/activity/components/activity-choice';
import { ActivityPanel } from '@/features/activity/components/activity-panel';
import { SubmitReady } from '@/features/bids/components/submit-ready';
import { type SeenExchange, useExchanges } from '@/features/exchange/api';
import { useChosenExchange } from '@/features/exchange/chosen-exchange';
import { EXCHANGE_ZONE } from '@/features/exchange/event-model';
import { exchangeNow } from '@/features/exchange/exchange-clock';
import { useMarketNow } from '@/features/exchange/use-market-now';
import { useCan } from '@/features/session/session-context';
import { Badge, Empty, ProblemNote, Waiting } from '@/ui/states';
import { dayIn } from '@/ui/time';
import { blockPosition, workingDay } from '../day-model';
import { type Day, useDay, useOwnArea } from '../use-day';
import { AreasPanel } from './areas-panel';
import { BidBlotter } from './bid-blotter';
import { DayPicker } from './day-picker';
import { DayPrices } from './day-prices';
import classes from './desk.module.css';
import { EventsPanel } from './events-panel';
import { FigureStrip } from './figure-strip';
import { GatesPanel } from './gates-panel';
import { PositionPanel } from './position-panel';

export function Desk() {
  const exchanges = useExchanges();
  const exchange = useChosenExchange();
  if (exchange) return <ExchangeDesk key={exchange.id} exchange={exchange} />;
  if (exchanges.error)
    return <ProblemNote error={exchanges.error} onRetry={() => void exchanges.refetch()} />;
  if (exchanges.data)
    return (
      <Empty title="This installation has no simulated exchange">
        Import a day under Imports, and bid into its auction under Auctions.
      </Empty>
    );
  return <Waiting rows={8} />;
}

function ExchangeDesk({ exchange }: { exchange: SeenExchange }) {
  const [day, setDay] = useState(() =>
    workingDay(exchangeNow(exchange, Date.now()), EXCHANGE_ZONE, exchange.firstDay),
  );
  const [chosenArea, setArea] = useState<string | null>(null);
  const [block, setBlock] = useState(1);
  const data = useDay(exchange, day);
  const own = useOwnArea(data.areas);
  const area = chosenArea ?? own.area ?? data.areas[0] ?? '';
  const mayReadAwards = useCan('awards:read');
  const mayReadBids = useCan('bids:read');
  const activity = useActivityChoice();
  const now = useBlockNow(exchange, day);

  return (
    <div className={classes.desk}>
      <header className={classes.header}>
        <h1>Desk</h1>
        <DayPicker today={dayIn(EXCHANGE_ZONE, exchange.clock.now)} day={day} onDay={setDay} />
        <span className="dim">Area</span>
        <Select
          aria-label="Area of the chart and the figures"
          data={data.areas}
          value={area || null}
          onChange={(v) => v && setArea(v)}
          w={72}
        />
        <span className="spacer" />
        <SubmitReady auctions={gatesWithBids(data)} />
        <Badge>simulated market</Badge>
      </header>
      {data.error !== null && data.error !== undefined && <ProblemNote error={data.error} />}
      <FigureStrip exchange={exchange} day={day} data={data} area={area} />
      <div className={classes.grid} data-own={mayReadAwards}>
        <DayPrices data={data} area={area} now={now} block={block} onBlock={setBlock} />
        <GatesPanel exchange={exchange} day={day} auctions={data.auctions} waiting={data.waiting} />
        <AreasPanel data={data} area={area} now={now} onArea={setArea} />
        {mayReadAwards && (
          <PositionPanel
            position={data.position}
            auctions={data.auctions}
            hasAsset={own.hasAsset}
            block={block}
            onBlock={setBlock}
          />
        )}
        {mayReadBids &&
          (activity.shown ? (
            <ActivityPanel className={classes.blotter} actions={activity.choice} />
          ) : (
            <BidBlotter data={data} hasAsset={own.hasAsset} actions={activity.choice} />
          ))}
        <EventsPanel exchange={exchange} />
      </div>
    </div>
  );
}

/** The day's auctions in which there is an own bid. */
function gatesWithBids({ auctions, bids }: Day): Auction[] {
  const withBids = new Set(bids.map((b) => b.auctionId));
  return auctions.filter((a) => withBids.has(a.id));
}

/** Where the exchange's time stands in the day, to a tenth of a block: no redrawing for every second. */
function useBlockNow(exchange: SeenExchange, day: string): number | null {
  const at = blockPosition(useMarketNow(exchange), day);
  const tenth = at === null ? null : Math.round(at * 10) / 10;
  const [shown, setShown] = useState(tenth);
  useEffect(() => setShown(tenth), [tenth]);
  return shown;
}
