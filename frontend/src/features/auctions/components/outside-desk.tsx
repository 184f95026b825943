'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Auction } from '@/api/types';
import { useActivityChoice } from '@/features/activity/components/activity-choice';
import { ActivityPanel } from '@/features/activity/components/activity-panel';
import { BidPanel } from '@/features/bids/components/bid-panel';
import { Blotter } from '@/features/bids/components/blotter';
import { ExchangeAwards } from '@/features/outside/components/exchange-awards';
import { blocksQuery, referenceQuery } from '../api';
import { useAuctionWatch } from '../use-auction-watch';
import { useLastPrices } from '../use-last-prices';
import { AuctionHeader } from './auction-header';
import classes from './outside-desk.module.css';
import workspace from './workspace.module.css';

const NO_RUNS: never[] = [];
const nothing = () => {};

/** An auction of a real market: own bids on their way to its exchange, and what that awarded. */
export function OutsideDesk({ auction, bidId }: { auction: Auction; bidId: string | null }) {
  const blocks = useQuery(blocksQuery(auction.id)).data;
  const reference = useQuery(referenceQuery(auction.id)).data;
  const lastPrices = useLastPrices(auction, undefined, reference);
  const [openBid, setOpenBid] = useState(bidId);
  const activity = useActivityChoice();
  useAuctionWatch(auction, '');
  return (
    <div className={workspace.workspace}>
      <AuctionHeader
        auction={auction}
        runs={NO_RUNS}
        shown={null}
        other={null}
        onShow={nothing}
        onCompare={nothing}
        onStarted={nothing}
      />
      <div className={classes.grid}>
        <BidPanel
          auction={auction}
          blocks={blocks}
          lastPrices={lastPrices}
          bidId={openBid}
          onBid={setOpenBid}
          onBlock={nothing}
        />
        {activity.shown ? (
          <ActivityPanel auctionId={auction.id} actions={activity.choice} />
        ) : (
          <Blotter
            auction={auction}
            runId={null}
            openBid={openBid}
            onOpen={setOpenBid}
            actions={activity.choice}
          />
        )}
        <ExchangeAwards auction={auction} />
      </div>
    </div>
  );
}
