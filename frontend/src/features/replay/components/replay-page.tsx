'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import type { Auction } from '@/api/types';
import { auctionQuery, blocksQuery } from '@/features/auctions/api';
import { marketTitle } from '@/features/auctions/auction-model';
import { bidsQuery } from '@/features/bids/api';
import { marketShort } from '@/features/exchange/event-model';
import { awardsQuery } from '@/features/results/api';
import { useCan } from '@/features/session/session-context';
import { Page, Panel } from '@/ui/panel';
import { Answered, Empty } from '@/ui/states';
import { calendarDay } from '@/ui/time';
import { replayQuery } from '../api';
import classes from './replay.module.css';
import { ReplayFormPanel } from './replay-form';
import { ReplayList } from './replay-list';
import { ReplayResult } from './replay-result';

export function ReplayPage({ auctionId }: { auctionId: string }) {
  const auction = useQuery(auctionQuery(auctionId));
  return <Answered query={auction}>{(a) => <Replaying auction={a} />}</Answered>;
}

function Replaying({ auction }: { auction: Auction }) {
  const router = useRouter();
  const path = usePathname();
  const chosen = useSearchParams().get('replay');
  const show = (id: string) => router.replace(`${path}?replay=${id}`, { scroll: false });
  const runId = auction.latestRunId ?? null;
  const mayReplay = useCan('replays:run');
  const blocks = useQuery(blocksQuery(auction.id)).data;
  const bids = useQuery(bidsQuery(auction.id));
  const awards = useQuery(awardsQuery(auction.id, runId));
  const replay = useQuery(replayQuery(auction.id, chosen));
  const took = new Set((awards.data ?? []).map((a) => a.bidId));
  const early = auction.scope === 'shared' && auction.state !== 'published' && auction.state !== 'settled';

  return (
    <Page
      title={`Replay · ${auction.exchangeId ? marketShort(auction.marketCode) : marketTitle(auction.marketCode)} · ${calendarDay(auction.deliveryDay)}`}
      hint="What prices and your revenue would have been with other bids of yours. The day itself stays as it is."
      actions={
        <Link className="rowlink" href={`/auctions/${auction.id}`}>
          Back to the auction
        </Link>
      }
    >
      {runId === null || early ? (
        <Panel title="Replay">
          <Empty title={early ? 'Not published yet' : 'Not cleared yet'}>
            {early
              ? 'A shared auction can be replayed once its result is published.'
              : 'Once the auction has cleared, it can be cleared again here with other bids.'}
          </Empty>
        </Panel>
      ) : (
        <div className={classes.columns}>
          <div className={classes.column}>
            {mayReplay && (
              <Answered query={bids}>
                {(all) => (
                  <Answered query={awards}>
                    {() => (
                      <ReplayFormPanel
                        auction={auction}
                        blocks={blocks}
                        bids={all.filter((b) => took.has(b.id))}
                        onMade={(made) => show(made.id)}
                      />
                    )}
                  </Answered>
                )}
              </Answered>
            )}
            <ReplayList auction={auction} chosen={chosen} onChoose={show} />
          </div>
          <div className={classes.column}>
            {chosen === null ? (
              <Panel title="What would have happened">
                <Empty title="No replay chosen">
                  {mayReplay
                    ? 'Pick a bid, change its quantity or price, and replay the day. Earlier replays stay in the list.'
                    : 'Choose an earlier replay from the list; your role may look at replays but not make them.'}
                </Empty>
              </Panel>
            ) : (
              <Answered query={replay} rows={8}>
                {(r) => <ReplayResult key={r.id} auction={auction} blocks={blocks} replay={r} />}
              </Answered>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}
