'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useMemo } from 'react';
import type { Asset, StandingBid } from '@/api/types';
import { blocksQuery } from '@/features/auctions/api';
import { AUCTION_TONE } from '@/features/auctions/auction-model';
import { useLastPrices } from '@/features/auctions/use-last-prices';
import { BidPanel } from '@/features/bids/components/bid-panel';
import { figure, money, signed } from '@/ui/format';
import { Badge } from '@/ui/states';
import { bidOf, overrideOf, type Session } from '../rtm-model';
import classes from './rtm.module.css';

interface Props {
  session: Session;
  /** The asset whose bid is wanted; null shows the first own bid, or an empty grid. */
  assetId: string | null;
  /** The bid on the screen; undefined until one was chosen here. */
  bidId: string | null | undefined;
  assets: readonly Asset[];
  standing: readonly StandingBid[];
  onBid: (bidId: string | null) => void;
}

/** One session: its own bids to look at, or to change while the gate is open. */
export function SessionPanel({ session, assetId, bidId, assets, standing, onBid }: Props) {
  const { auction } = session;
  const blocks = useQuery(blocksQuery(auction.id)).data;
  const lastPrices = useLastPrices(auction, undefined, undefined);
  const fallback = assetId ? bidOf(session, assetId) : (session.bids[0] ?? null);
  const shown = bidId === undefined ? (fallback?.id ?? null) : bidId;
  const asset = assets.find((a) => a.id === assetId);
  const own = standing.find((s) => s.assetId === assetId);
  const start = useMemo(() => asset && overrideOf(asset, own, auction), [asset, own, auction]);
  return (
    <div className={classes.sessionPanel} data-testid="session">
      <div className={classes.sessionHead}>
        <b>Session {auction.session}</b>
        <Badge tone={AUCTION_TONE[auction.state]} dot>
          {auction.state}
        </Badge>
        {session.energyMwh !== null && (
          <span>
            own award <b>{signed(session.energyMwh, 2)} MWh</b>,{' '}
            <b>{money(session.amount, auction.currency)}</b>
          </span>
        )}
        {session.price !== null && (
          <span>
            price <b>{figure(session.price)}</b> {auction.currency}/MWh
          </span>
        )}
        <span className="spacer" />
        {session.bids.length > 1 && (
          <span className={classes.bidPicks}>
            {session.bids.map((b) => (
              <button
                key={b.id}
                type="button"
                className="rowlink"
                aria-pressed={b.id === shown}
                onClick={() => onBid(b.id)}
              >
                {b.assetName}
              </button>
            ))}
          </span>
        )}
        <Link href={`/auctions/${auction.id}`}>Auction page</Link>
      </div>
      <BidPanel
        key={`${auction.id} ${assetId ?? ''}`}
        auction={auction}
        blocks={blocks}
        lastPrices={lastPrices}
        bidId={shown}
        onBid={onBid}
        onBlock={() => undefined}
        start={start}
      />
    </div>
  );
}
