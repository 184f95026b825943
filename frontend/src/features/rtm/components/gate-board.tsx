'use client';
import { nextStep } from '@/features/auctions/auction-model';
import type { SeenExchange } from '@/features/exchange/api';
import { countdown } from '@/features/exchange/exchange-clock';
import { useMarketNow } from '@/features/exchange/use-market-now';
import { blockSpan, lastBlock } from '@/features/results/block-span';
import { Badge } from '@/ui/states';
import { clockSeconds, moment, shortDay, zoneName } from '@/ui/time';
import type { Session } from '../rtm-model';
import classes from './rtm.module.css';

/** The gate that matters now, as large as it deserves, counted by the exchange's clock. */
export function GateBoard({ exchange, session }: { exchange: SeenExchange; session: Session | null }) {
  const now = useMarketNow(exchange);
  if (!session)
    return <p className={classes.noGate}>No session of this day is open or ahead; choose another day.</p>;
  const { auction } = session;
  const next = nextStep(auction);
  const zone = zoneName(auction.timeZone, auction.gateClosesAt);
  const open = auction.state === 'open';
  const from = blockSpan(auction.firstBlock, undefined, auction, true);
  const until = blockSpan(lastBlock(auction), undefined, auction).split('–')[1];
  return (
    <div className={classes.board} data-open={open}>
      <div>
        <span className={classes.boardLabel}>{next?.text ?? 'Gate'} in</span>
        <b role="timer" className={classes.count} data-testid="rtm-countdown">
          {next ? countdown(Date.parse(next.at) - now) : '–'}
        </b>
      </div>
      <div>
        <strong data-testid="rtm-next">Session {auction.session}</strong>{' '}
        <Badge tone={open ? 'good' : 'quiet'} dot>
          {open ? 'gate open' : 'gate not open yet'}
        </Badge>
        <p>
          Delivery {shortDay(auction.deliveryDay, true)}, {from}–{until} {zone}
        </p>
        <p className="dim">
          Gate {moment(auction.gateOpensAt, auction.timeZone)} to{' '}
          {moment(auction.gateClosesAt, auction.timeZone)} {zone}
        </p>
      </div>
      <div className={classes.boardClock}>
        <span className={classes.boardLabel}>{exchange.name}</span>
        <b>
          {clockSeconds(now, auction.timeZone)} {zone}
        </b>
        <span className="dim">
          {exchange.clock.mode === 'paused'
            ? 'clock paused'
            : exchange.clock.mode === 'running'
              ? `clock ×${exchange.clock.speed}`
              : 'wall clock'}
        </span>
      </div>
    </div>
  );
}
