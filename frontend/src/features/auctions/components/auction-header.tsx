'use client';
import { Button, Select, Tooltip } from '@mantine/core';
import Link from 'next/link';
import type { Auction, ClearingRun } from '@/api/types';
import { SubmitReady } from '@/features/bids/components/submit-ready';
import { marketShort } from '@/features/exchange/event-model';
import { RealGate } from '@/features/outside/components/real-gate';
import { Badge } from '@/ui/states';
import { calendarDay, moment, zoneName } from '@/ui/time';
import {
  AUCTION_TONE,
  clockSentence,
  isHeldOutside,
  isImported,
  isRunUnderWay,
  marketTitle,
} from '../auction-model';
import { ExchangeGate } from './exchange-gate';
import { RunControls, RunProgress } from './run-controls';
import classes from './workspace.module.css';

interface Props {
  auction: Auction;
  runs: ClearingRun[];
  shown: ClearingRun | null;
  other: ClearingRun | null;
  onShow: (runId: string) => void;
  onCompare: (runId: string) => void;
  onStarted: () => void;
}

export function AuctionHeader({ auction, runs, shown, other, onShow, onCompare, onStarted }: Props) {
  const underWay = runs.find(isRunUnderWay);
  const gate = `${moment(auction.gateClosesAt, auction.timeZone)} ${zoneName(auction.timeZone, auction.gateClosesAt)}`;
  const choices = runs
    .filter((r) => r.state === 'cleared')
    .map((r) => ({ value: r.id, label: `Run #${r.number}` }));
  const ofExchange = Boolean(auction.exchangeId);

  return (
    <header className={classes.header}>
      <h1>
        {ofExchange ? marketShort(auction.marketCode) : marketTitle(auction.marketCode)}
        {auction.blockCount <= 4 && ` · session ${auction.session}`} · {calendarDay(auction.deliveryDay)}
      </h1>
      <Badge tone={AUCTION_TONE[auction.state]} dot>
        <span data-testid="auction-state">{auction.state}</span>
      </Badge>
      {ofExchange ? (
        <ExchangeGate auction={auction} />
      ) : isHeldOutside(auction) ? (
        <>
          <Badge>real market</Badge>
          <RealGate auction={auction} />
        </>
      ) : (
        <>
          <Badge>{auction.scope}</Badge>
          <Tooltip label={clockSentence(auction, gate)}>
            <span className={classes.clock}>{clockSentence(auction, gate)}</span>
          </Tooltip>
        </>
      )}
      <span className="spacer" />
      <SubmitReady auctions={[auction]} />
      {underWay && <RunProgress run={underWay} />}
      {shown && choices.length > 1 && (
        <div className={classes.picks}>
          <Select
            aria-label="Run shown"
            data={choices}
            value={shown.id}
            onChange={(v) => v && onShow(v)}
            w={96}
          />
          <span>vs</span>
          <Select
            aria-label="Compare with run"
            data={choices.filter((c) => c.value !== shown.id)}
            value={other?.id ?? null}
            onChange={(v) => v && onCompare(v)}
            w={96}
          />
        </div>
      )}
      {auction.latestRunId && (
        <Button variant="default" component={Link} href={`/auctions/${auction.id}/replay`}>
          Replay this day
        </Button>
      )}
      {isImported(auction) && (
        <RunControls auction={auction} runs={runs} busy={Boolean(underWay)} onStarted={onStarted} />
      )}
    </header>
  );
}
