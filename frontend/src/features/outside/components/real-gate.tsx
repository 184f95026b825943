'use client';
import type { Auction } from '@/api/types';
import { nextStep } from '@/features/auctions/auction-model';
import { countdown } from '@/features/exchange/exchange-clock';
import { useRealNow } from '@/features/exchange/use-real-now';
import { moment, zoneName } from '@/ui/time';
import classes from './outside.module.css';

/** What comes next to an auction of a real market, counted by the real time. */
export function RealGate({ auction }: { auction: Auction }) {
  const next = nextStep(auction);
  if (!next) return <span className="dim">Gate closed {moment(auction.gateClosesAt, auction.timeZone)}</span>;
  return (
    <span data-testid="real-gate">
      {next.text} {moment(next.at, auction.timeZone)} {zoneName(auction.timeZone, next.at)}
      <Left until={Date.parse(next.at)} />
    </span>
  );
}

function Left({ until }: { until: number }) {
  const left = until - useRealNow();
  if (left <= 0) return null;
  return (
    <>
      , in{' '}
      <b role="timer" className={classes.left}>
        {countdown(left)}
      </b>
    </>
  );
}
