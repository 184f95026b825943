import type { Anomaly } from '@/api/types';
import { figure, plural, signed } from '@/ui/format';
import { Scroll } from '@/ui/panel';
import { Empty } from '@/ui/states';
import { moment } from '@/ui/time';
import { byWeight } from '../analytics-model';

/** The heaviest; the plot marks them all. */
export const SHOWN = 15;
const NAMES: Record<string, string> = { price: 'Price', volume: 'Volume, MW', gap: 'No price' };

export function AnomalyTable({ anomalies, zone }: { anomalies: readonly Anomaly[]; zone: string }) {
  if (anomalies.length === 0)
    return <Empty title="Nothing out of the ordinary">No price, volume or hole stands out.</Empty>;
  return (
    <Scroll label="Table of anomalies">
      <table className="dense roomy">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">When</th>
            <th scope="col" className="n">
              Value
            </th>
            <th scope="col" className="n">
              Usual
            </th>
            <th scope="col" className="n">
              Score
            </th>
          </tr>
        </thead>
        <tbody>
          {byWeight(anomalies)
            .slice(0, SHOWN)
            .map((a) => (
              <tr key={`${a.kind} ${a.start}`}>
                <td>{NAMES[a.kind] ?? a.kind}</td>
                <td>
                  {moment(a.start, zone)}
                  {a.kind === 'gap' ? `, ${plural(a.minutes, 'minute')}` : ''}
                </td>
                <td className="n">{figure(a.value)}</td>
                <td className="n">{figure(a.usual)}</td>
                <td className="n">{signed(a.score)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Scroll>
  );
}
