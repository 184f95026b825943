import { useQuery } from '@tanstack/react-query';
import type { Market, Rule } from '@/api/types';
import { Panel } from '@/ui/panel';
import { Answered, Empty } from '@/ui/states';
import { shortDay, zoneName } from '@/ui/time';
import { calendarQuery } from '../api';
import { calendarOf, covers, titleOf } from '../rules-model';
import { ConfidenceBadge } from './confidence-badge';
import classes from './rules.module.css';

/** The time line of one delivery day, as the scheduler works by it. */
export function CalendarTable({
  rules,
  day,
  market,
}: {
  rules: readonly Rule[];
  day: string;
  market: Market;
}) {
  const calendar = useQuery(calendarQuery(market.code, day));
  const of = (name: string) => rules.find((r) => r.name === name && covers(r, day));
  const minutes = Number(of('market_time_unit')?.value ?? 60);
  return (
    <Panel
      title={`Calendar of ${shortDay(day)}`}
      meta={`${zoneName(market.timeZone, `${day}T12:00:00Z`)}, times on other days named`}
      testId="calendar"
    >
      <Answered query={calendar} rows={4}>
        {(found) => {
          if (!found || found.holiday)
            return <Empty title="No auction">The market has none for this delivery day.</Empty>;
          const { steps, lines } = calendarOf(found, market.timeZone, minutes);
          const contracts = found.contracts.length > 0;
          return (
            <>
              <p className={classes.note}>
                {found.blockCount} blocks
                {found.clearsAfter && ` · clears after ${found.clearsAfter}`}
                {found.handsOnTo && ` · unselected volume may go on to ${found.handsOnTo}`}
              </p>
              <table className="dense">
                <thead>
                  <tr>
                    {contracts && <th scope="col">Contract</th>}
                    <th scope="col">Delivery</th>
                    {steps.map((name) => (
                      <th key={name} scope="col">
                        {titleOf(name)}
                      </th>
                    ))}
                  </tr>
                  {!contracts && (
                    <tr>
                      <td />
                      {steps.map((name) => {
                        const rule = of(name);
                        return <td key={name}>{rule && <ConfidenceBadge confidence={rule.confidence} />}</td>;
                      })}
                    </tr>
                  )}
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <tr key={line.key}>
                      {contracts && <th scope="row">{line.contract}</th>}
                      <td>{line.delivery}</td>
                      {line.moments.map((text, i) => (
                        <td key={steps[i]}>{text}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          );
        }}
      </Answered>
    </Panel>
  );
}
