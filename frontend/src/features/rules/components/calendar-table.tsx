import type { Market, Rule } from '@/api/types';
import { Panel } from '@/ui/panel';
import { Empty } from '@/ui/states';
import { shortDay, zoneName } from '@/ui/time';
import { calendarOf, momentText, titleOf } from '../rules-model';
import { ConfidenceBadge } from './confidence-badge';

/** The time line that follows from the pack for one delivery day. */
export function CalendarTable({
  rules,
  day,
  market,
}: {
  rules: readonly Rule[];
  day: string;
  market: Market;
}) {
  const { steps, lines } = calendarOf(rules, day);
  const several = lines.length > 1;
  return (
    <Panel
      title={`Calendar of ${shortDay(day)}`}
      meta={`${zoneName(market.timeZone, `${day}T12:00:00Z`)}, times on other days named`}
      testId="calendar"
    >
      {lines.length === 0 ? (
        <Empty title="No calendar">The pack has no gate times for this day.</Empty>
      ) : (
        <table className="dense">
          <thead>
            <tr>
              {several && <th scope="col">Session</th>}
              {several && <th scope="col">Delivery from</th>}
              {steps.map((s) => (
                <th key={s.name} scope="col">
                  {titleOf(s.name)}
                </th>
              ))}
            </tr>
            <tr>
              {several && <td />}
              {several && <td />}
              {steps.map((s) => (
                <td key={s.name}>
                  <ConfidenceBadge confidence={s.confidence} />
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((l) => (
              <tr key={l.session}>
                {several && (
                  <th scope="row" className="n">
                    {l.session}
                  </th>
                )}
                {several && <td>{l.delivery}</td>}
                {l.moments.map((m, i) => (
                  <td key={steps[i]?.name}>{momentText(m, day)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
