'use client';
import { useQuery } from '@tanstack/react-query';
import type { Auction } from '@/api/types';
import { money, plural } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { Answered, Empty } from '@/ui/states';
import { moment } from '@/ui/time';
import { replaysQuery } from '../api';

/** Earlier replays of the auction, to be seen again. */
export function ReplayList({
  auction,
  chosen,
  onChoose,
}: {
  auction: Auction;
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const replays = useQuery(replaysQuery(auction.id));
  return (
    <Panel title="Replays of this day" testId="replay-list">
      <Answered query={replays}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="None yet">What you replay is kept here.</Empty>
          ) : (
            <table className="dense">
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Changed</th>
                  <th scope="col" className="n">
                    Revenue
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((r) => {
                  const gain = r.revenueAfter - r.revenueBefore;
                  return (
                    <tr
                      key={r.id}
                      data-clickable
                      data-selected={r.id === chosen}
                      onClick={() => onChoose(r.id)}
                    >
                      <th scope="row">
                        <button type="button" className="rowlink" aria-current={r.id === chosen}>
                          {moment(r.createdAt, auction.timeZone)}
                        </button>
                      </th>
                      <td>
                        {plural(r.changes, 'bid')}
                        {r.hasSweep && ', a sweep'}
                      </td>
                      <td className={`n ${gain < 0 ? 'down' : 'up'}`}>
                        {gain > 0 && '+'}
                        {money(gain, r.currency)}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )
        }
      </Answered>
    </Panel>
  );
}
