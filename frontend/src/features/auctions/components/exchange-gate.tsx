'use client';
import type { Auction } from '@/api/types';
import { type SeenExchange, useExchanges } from '@/features/exchange/api';
import { countdown } from '@/features/exchange/exchange-clock';
import { useMarketNow } from '@/features/exchange/use-market-now';
import { Badge } from '@/ui/states';
import { moment, zoneName } from '@/ui/time';
import { type NextStep, nextStep, resultStanding } from '../auction-model';
import classes from './workspace.module.css';

/** Where the auction stands in its exchange's time line, counted by the exchange's clock. */
export function ExchangeGate({ auction }: { auction: Auction }) {
  const exchange = useExchanges().data?.find((e) => e.id === auction.exchangeId);
  const next = nextStep(auction);
  const standing = resultStanding(auction);
  return (
    <>
      {exchange && <Badge>{exchange.name}</Badge>}
      {standing && (
        <Badge tone={standing === 'final result' ? 'good' : 'warn'}>
          <span data-testid="result-standing">{standing}</span>
        </Badge>
      )}
      {next && (
        <span className={classes.clock} data-testid="gate-clock">
          {next.text} {moment(next.at, auction.timeZone)} {zoneName(auction.timeZone, next.at)}
          {exchange && <Left next={next} exchange={exchange} />}
        </span>
      )}
    </>
  );
}

function Left({ next, exchange }: { next: NextStep; exchange: SeenExchange }) {
  const now = useMarketNow(exchange);
  return (
    <>
      , in <b role="timer">{countdown(Date.parse(next.at) - now)}</b>
      {exchange.clock.mode === 'paused' && ' (clock paused)'}
      {exchange.clock.mode === 'running' && ` (clock ×${exchange.clock.speed})`}
    </>
  );
}
