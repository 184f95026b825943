'use client';
import { ActionIcon, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { assetsQuery } from '@/features/assets/api';
import { fits } from '@/features/bids/bid-model';
import type { SeenExchange } from '@/features/exchange/api';
import { useChosenExchange } from '@/features/exchange/chosen-exchange';
import {
  dayAuctionsQuery,
  dayBidsQuery,
  overviewQuery,
  pendingEventsQuery,
  positionQuery,
} from '@/features/exchange/day-api';
import { DAY_AHEAD } from '@/features/exchange/event-model';
import { awardsQuery } from '@/features/results/api';
import { useCan } from '@/features/session/session-context';
import { Icon } from '@/ui/icons';
import { Panel } from '@/ui/panel';
import { Answered, Empty, Waiting } from '@/ui/states';
import { dayPlus, shortDay } from '@/ui/time';
import { standingQuery } from '../api';
import { liveDay, nextPlacement, sessionAhead, sessionsOf } from '../rtm-model';
import { GateBoard } from './gate-board';
import { NoBidPanel } from './no-bid-panel';
import classes from './rtm.module.css';
import { SessionPanel } from './session-panel';
import { SessionStrip } from './session-strip';
import { StandingPanel } from './standing-panel';

export function RtmCockpit() {
  const exchange = useChosenExchange();
  return (
    <div className={classes.cockpit}>
      <h1 className="sr">Real-time market</h1>
      {exchange ? <Day key={exchange.id} exchange={exchange} /> : <Waiting rows={8} />}
    </div>
  );
}

function Day({ exchange }: { exchange: SeenExchange }) {
  const pending = useQuery(pendingEventsQuery(exchange.id));
  const [chosenDay, setChosenDay] = useState<string | null>(null);
  const present = liveDay(pending.data ?? []) ?? exchange.firstDay;
  const day = chosenDay ?? present;
  const auctions = useQuery({
    ...dayAuctionsQuery(exchange.id, day),
    enabled: pending.data !== undefined,
  });
  return (
    <Answered query={pending}>
      {(events) => (
        <Answered query={auctions}>
          {() => (
            <Cockpit
              exchange={exchange}
              day={day}
              isLive={day === present}
              events={events}
              onDay={(d) => setChosenDay(d === present ? null : d)}
            />
          )}
        </Answered>
      )}
    </Answered>
  );
}

interface CockpitProps {
  exchange: SeenExchange;
  day: string;
  isLive: boolean;
  events: Parameters<typeof nextPlacement>[0];
  onDay: (day: string) => void;
}

function Cockpit({ exchange, day, isLive, events, onDay }: CockpitProps) {
  const auctions = useQuery(dayAuctionsQuery(exchange.id, day)).data ?? [];
  const bids = useQuery(dayBidsQuery(exchange.id, day)).data;
  const position = useQuery(positionQuery(exchange.id, day)).data;
  const overview = useQuery(overviewQuery(exchange.id, day)).data;
  const standing = useQuery(standingQuery(exchange.id)).data ?? [];
  const dayAhead = auctions.find((a) => a.marketCode === DAY_AHEAD);
  const awards = useQuery(awardsQuery(dayAhead?.id ?? '', dayAhead?.latestRunId ?? null)).data ?? [];
  const mayReadBids = useCan('bids:read');
  const allAssets = useQuery(assetsQuery).data;
  const frame = auctions[0];
  const assets = useMemo(
    () => (frame ? (allAssets ?? []).filter((a) => fits(a, frame)) : []),
    [allAssets, frame],
  );
  const [chosenArea, setArea] = useState<string | null>(null);
  const area = chosenArea ?? assets[0]?.areaCode ?? frame?.areas[0] ?? '';
  const sessions = useMemo(
    () => sessionsOf(auctions, bids ?? [], position, overview, area),
    [auctions, bids, position, overview, area],
  );
  const ahead = sessionAhead(sessions);
  const [chosen, setChosen] = useState<number | null>(null);
  const [assetId, setAssetId] = useState<string | null>(null);
  const [bidId, setBidId] = useState<string | null | undefined>(undefined);
  const session = sessions.find((s) => s.auction.session === chosen) ?? ahead ?? sessions.at(-1) ?? null;
  const choose = (number: number | null, asset: string | null) => {
    setChosen(number);
    setAssetId(asset);
    setBidId(undefined);
  };

  return (
    <>
      <Panel
        title={`Real-time market · ${shortDay(day, true)}`}
        bare
        testId="rtm-board"
        actions={
          <div className={classes.picks}>
            <Select
              aria-label="Area of the prices"
              data={frame?.areas ?? []}
              value={area || null}
              onChange={(a) => a && setArea(a)}
              w={80}
            />
            <ActionIcon aria-label="Day before" onClick={() => onDay(dayPlus(day, -1))}>
              <Icon name="back" size={12} />
            </ActionIcon>
            <ActionIcon aria-label="Day after" onClick={() => onDay(dayPlus(day, 1))}>
              <Icon name="next" size={12} />
            </ActionIcon>
          </div>
        }
      >
        {sessions.length === 0 ? (
          <Empty title="No session is planned for this day">
            The exchange plans a day’s sessions when its clock comes near it.
          </Empty>
        ) : (
          <>
            <GateBoard exchange={exchange} session={ahead} />
            <SessionStrip
              sessions={sessions}
              chosen={session?.auction.session ?? 1}
              ahead={ahead?.auction.session ?? null}
              rolling={standing.length > 0}
              onChoose={(n) => choose(n, null)}
            />
          </>
        )}
      </Panel>
      <div className={classes.below}>
        <div className={classes.defaults}>
          <StandingPanel
            exchangeId={exchange.id}
            assets={assets}
            standing={standing}
            placement={nextPlacement(events)}
            session={isLive ? ahead : session}
            dayAhead={awards}
            currency={frame?.currency ?? ''}
            onOverride={(id) => choose(ahead?.auction.session ?? null, id)}
          />
          {mayReadBids && <NoBidPanel exchangeId={exchange.id} assets={assets} />}
        </div>
        {session && (
          <SessionPanel
            session={session}
            assetId={assetId}
            bidId={bidId}
            assets={assets}
            standing={standing}
            onBid={setBidId}
          />
        )}
      </div>
    </>
  );
}
