'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { type ReactNode, useEffect, useRef } from 'react';
import { useChannel } from '@/features/live/use-live';
import { Panel } from '@/ui/panel';
import { Answered, Empty } from '@/ui/states';
import { moment, zoneName } from '@/ui/time';
import { actorOf, deedOf } from '../activity-model';
import { activityQuery } from '../api';

/** The list is kept from the events and may be a moment behind the one that was just heard. */
const BEHIND_MS = 700;

/** Who did what to own bids, the latest first. */
export function ActivityPanel({
  auctionId,
  className,
  actions,
}: {
  auctionId?: string;
  className?: string;
  actions?: ReactNode;
}) {
  const activity = useQuery(activityQuery(auctionId));
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useChannel('bids', () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void queries.invalidateQueries({ queryKey: ['activity'] }), BEHIND_MS);
  });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Panel
      title="Bid activity"
      meta={zoneName(zone)}
      className={className}
      actions={actions}
      testId="activity"
    >
      <Answered query={activity}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="Nothing has happened yet">Drafts, submissions and awards are listed here.</Empty>
          ) : (
            <table className="dense">
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Who</th>
                  <th scope="col">What</th>
                </tr>
              </thead>
              <tbody>
                {items.map((a) => (
                  <tr key={a.id}>
                    <td className="dim">
                      <time dateTime={a.at}>{moment(a.at, zone)}</time>
                    </td>
                    <th scope="row">{actorOf(a)}</th>
                    <td className="wrap">
                      {auctionId ? (
                        deedOf(a)
                      ) : (
                        <Link className="rowlink" href={`/auctions/${a.auctionId}`}>
                          {deedOf(a)}
                        </Link>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answered>
    </Panel>
  );
}
