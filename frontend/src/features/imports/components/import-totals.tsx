import { Button } from '@mantine/core';
import Link from 'next/link';
import type { Import } from '@/api/types';
import { figure } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { calendarDay } from '@/ui/time';

/** What the files hold: what was published, or would be. */
export function ImportTotals({ made }: { made: Import }) {
  const published = made.state === 'published';
  return (
    <Panel
      title={
        published ? 'Prices published' : made.state === 'checked' ? 'Would be published' : 'Prices found'
      }
      meta={
        made.dryRun ? 'Dry run: nothing was written; send the files again without it to publish' : undefined
      }
      actions={
        published ? (
          <Button component={Link} href="/prices" variant="default">
            To the prices
          </Button>
        ) : undefined
      }
      testId="import-totals"
    >
      <table className="dense roomy">
        <thead>
          <tr>
            <th scope="col">Market</th>
            <th scope="col">Days</th>
            <th scope="col" className="n">
              Areas
            </th>
            <th scope="col" className="n">
              Prices
            </th>
            <th scope="col" className="n">
              Lowest
            </th>
            <th scope="col" className="n">
              Highest
            </th>
            <th scope="col" className="n">
              At the cap
            </th>
            <th scope="col" className="n">
              Without trade
            </th>
            <th scope="col" className="n">
              Replaced
            </th>
          </tr>
        </thead>
        <tbody>
          {made.summary.markets.map((m) => (
            <tr key={m.marketCode}>
              <th scope="row">{m.marketCode}</th>
              <td>
                {figure(m.days, 0)}: {calendarDay(m.firstDay, false)}
                {m.lastDay !== m.firstDay && ` – ${calendarDay(m.lastDay, false)}`}
              </td>
              <td className="n" title={m.areas.join(', ')}>
                {m.areas.length === 1 ? m.areas[0] : m.areas.length}
              </td>
              <td className="n">{figure(m.prices, 0)}</td>
              <td className="n">{figure(m.minPrice)}</td>
              <td className="n">{figure(m.maxPrice)}</td>
              <td className="n">{figure(m.pricesAtCap, 0)}</td>
              <td className="n">{figure(m.withoutPrice, 0)}</td>
              <td className="n">{figure(m.replaced, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
