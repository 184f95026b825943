'use client';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Answered, Empty } from '@/ui/states';
import { moment, zoneName } from '@/ui/time';
import { storedGridQuery, storedReadingsQuery, storedSchedulesQuery } from '../inputs-api';
import { REALITY, type World } from '../world';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Which days of which assets have a schedule now. */
export function StoredSchedules({ world }: { world: World }) {
  const stored = useInfiniteQuery(storedSchedulesQuery(world));
  return (
    <>
      <Answered query={stored}>
        {({ pages }) => {
          const days = pages.flatMap((p) => p.items);
          if (days.length === 0)
            return <Empty title="No schedule is stored">The sum of a day’s awards takes its place.</Empty>;
          return (
            <table className="dense" data-testid="stored-schedules">
              <thead>
                <tr>
                  <th scope="col">Day</th>
                  <th scope="col">Asset</th>
                  <th scope="col" className="n">
                    Revision
                  </th>
                  <th scope="col">Source</th>
                  <th scope="col">By</th>
                  <th scope="col">Recorded, {zoneName(HERE)}</th>
                </tr>
              </thead>
              <tbody>
                {days.map((d) => (
                  <tr key={d.day + d.assetId}>
                    <td>{d.day}</td>
                    <th scope="row">{d.assetName}</th>
                    <td className="n">{d.revision}</td>
                    <td>{d.source}</td>
                    <td>{d.recordedByName ?? '–'}</td>
                    <td>{moment(d.recordedAt, HERE)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Answered>
      <More query={stored} />
    </>
  );
}

/** Which days of which assets have readings, and how whole they are. */
export function StoredReadings({ world }: { world: World }) {
  const stored = useInfiniteQuery(storedReadingsQuery(world));
  return (
    <>
      <Answered query={stored}>
        {({ pages }) => {
          const days = pages.flatMap((p) => p.items);
          if (days.length === 0)
            return (
              <Empty title="No meter reading is stored">
                {world === REALITY
                  ? 'A block without one has no deviation and counts as missing.'
                  : 'A simulated exchange reads its own meters once a day is over.'}
              </Empty>
            );
          return (
            <table className="dense" data-testid="stored-readings">
              <thead>
                <tr>
                  <th scope="col">Day</th>
                  <th scope="col">Asset</th>
                  <th scope="col" className="n">
                    Blocks
                  </th>
                  <th scope="col" className="n">
                    Estimated
                  </th>
                  <th scope="col" className="n">
                    Revision
                  </th>
                  <th scope="col">Recorded, {zoneName(HERE)}</th>
                </tr>
              </thead>
              <tbody>
                {days.map((d) => (
                  <tr key={d.day + d.assetId}>
                    <td>{d.day}</td>
                    <th scope="row">{d.assetName}</th>
                    <td className="n">{d.blocks}</td>
                    <td className="n">{d.estimated}</td>
                    <td className="n">{d.revision}</td>
                    <td>{moment(d.recordedAt, HERE)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Answered>
      <More query={stored} />
    </>
  );
}

/** Which days of the grid were imported. */
export function StoredGrid({ world }: { world: World }) {
  const stored = useInfiniteQuery(storedGridQuery(world));
  return (
    <>
      <Answered query={stored}>
        {({ pages }) => {
          const days = pages.flatMap((p) => p.items);
          if (days.length === 0)
            return (
              <Empty title="No grid data are stored">
                A simulated exchange makes its own; of reality the deviation waits for them.
              </Empty>
            );
          return (
            <table className="dense" data-testid="stored-grid">
              <thead>
                <tr>
                  <th scope="col">Day</th>
                  <th scope="col" className="n">
                    Revision
                  </th>
                  <th scope="col">By</th>
                  <th scope="col">Recorded, {zoneName(HERE)}</th>
                </tr>
              </thead>
              <tbody>
                {days.map((d) => (
                  <tr key={d.day}>
                    <th scope="row">{d.day}</th>
                    <td className="n">{d.revision}</td>
                    <td>{d.recordedByName ?? '–'}</td>
                    <td>{moment(d.recordedAt, HERE)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Answered>
      <More query={stored} />
    </>
  );
}

function More({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  if (!query.hasNextPage) return null;
  return (
    <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      Earlier days
    </Button>
  );
}
