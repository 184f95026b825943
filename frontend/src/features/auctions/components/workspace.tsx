'use client';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Auction } from '@/api/types';
import { useActivityChoice } from '@/features/activity/components/activity-choice';
import { ActivityPanel } from '@/features/activity/components/activity-panel';
import { BidPanel } from '@/features/bids/components/bid-panel';
import { Blotter } from '@/features/bids/components/blotter';
import { pricesQuery } from '@/features/results/api';
import { CurvePanel } from '@/features/results/components/curve-panel';
import { PricePanel } from '@/features/results/components/price-panel';
import { ResultDock } from '@/features/results/components/result-dock';
import { Answered } from '@/ui/states';
import { auctionQuery, blocksQuery, referenceQuery, runsQuery } from '../api';
import { isHeldOutside } from '../auction-model';
import { useAuctionWatch } from '../use-auction-watch';
import { useLastPrices } from '../use-last-prices';
import { AuctionHeader } from './auction-header';
import { OutsideDesk } from './outside-desk';
import { RunFigures } from './run-figures';
import classes from './workspace.module.css';

/**
 * @param bidId a bid of the auction that is open from the beginning
 */
export function Workspace({ auctionId, bidId = null }: { auctionId: string; bidId?: string | null }) {
  const auction = useQuery(auctionQuery(auctionId));
  return (
    <Answered query={auction}>
      {(a) =>
        isHeldOutside(a) ? (
          <OutsideDesk key={bidId} auction={a} bidId={bidId} />
        ) : (
          <Desk key={bidId} auction={a} bidId={bidId} />
        )
      }
    </Answered>
  );
}

function Desk({ auction, bidId }: { auction: Auction; bidId: string | null }) {
  const blocks = useQuery(blocksQuery(auction.id)).data;
  const reference = useQuery(referenceQuery(auction.id)).data;
  const runs = useQuery(runsQuery(auction.id)).data ?? [];
  const finished = runs.filter((r) => r.state === 'cleared');
  const [chosenRun, chooseRun] = useState<string | null>(null);
  const [chosenOther, chooseOther] = useState<string | null>(null);
  const [area, setArea] = useState(() =>
    auction.areas.includes('NORD') ? 'NORD' : (auction.areas[0] ?? ''),
  );
  useAuctionWatch(auction, area);
  const [block, setBlock] = useState(auction.firstBlock);
  const [openBid, setOpenBid] = useState(bidId);
  const activity = useActivityChoice();

  const shown = finished.find((r) => r.id === chosenRun) ?? finished[0] ?? null;
  const other =
    finished.find((r) => r.id === chosenOther && r.id !== shown?.id) ??
    finished.find((r) => r.id !== shown?.id) ??
    null;
  const prices = useQuery(pricesQuery(shown?.id ?? null)).data;
  const otherPrices = useQuery(pricesQuery(other?.id ?? null)).data;
  const lastPrices = useLastPrices(auction, prices, reference);
  const showNewest = useCallback(() => {
    chooseRun(null);
    chooseOther(null);
  }, []);

  return (
    <div className={classes.workspace}>
      <AuctionHeader
        auction={auction}
        runs={runs}
        shown={shown}
        other={other}
        onShow={chooseRun}
        onCompare={chooseOther}
        onStarted={showNewest}
      />
      <RunFigures
        auction={auction}
        shown={shown}
        other={other}
        prices={prices}
        otherPrices={otherPrices}
        area={area}
        blocks={blocks}
      />
      <div className={classes.grid}>
        <PricePanel
          auction={auction}
          blocks={blocks}
          reference={reference}
          prices={prices}
          shown={shown}
          other={other}
          area={area}
          block={block}
          onArea={setArea}
          onBlock={setBlock}
        />
        <ResultDock
          auction={auction}
          blocks={blocks}
          prices={prices}
          otherPrices={otherPrices}
          runs={runs}
          shown={shown}
          other={other}
          area={area}
          block={block}
          onArea={setArea}
          onBlock={setBlock}
          onRun={chooseRun}
        />
        <CurvePanel
          auction={auction}
          blocks={blocks}
          shown={shown}
          area={area}
          block={block}
          onArea={setArea}
          onBlock={setBlock}
        />
        <BidPanel
          auction={auction}
          blocks={blocks}
          lastPrices={lastPrices}
          bidId={openBid}
          onBid={setOpenBid}
          onBlock={setBlock}
        />
        {activity.shown ? (
          <ActivityPanel auctionId={auction.id} actions={activity.choice} />
        ) : (
          <Blotter
            auction={auction}
            runId={shown?.id ?? null}
            openBid={openBid}
            onOpen={setOpenBid}
            actions={activity.choice}
          />
        )}
      </div>
    </div>
  );
}
