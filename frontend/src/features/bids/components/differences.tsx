import { Badge, Empty, type Tone } from '@/ui/states';
import type { DiffLine } from '../diff-model';
import classes from './bid-panel.module.css';

const TONES: Record<DiffLine['kind'], Tone> = { added: 'good', removed: 'bad', changed: 'warn' };

/** What two versions of a bid do not share, line by line. */
export function Differences({ lines }: { lines: DiffLine[] }) {
  if (lines.length === 0) return <Empty title="No difference">Both versions say the same.</Empty>;
  return (
    <section className={classes.differences} aria-label="Differences, scrollable" tabIndex={0}>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">What</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((l) => (
            <tr key={l.where}>
              <th scope="row">{l.where}</th>
              <td>
                <Badge tone={TONES[l.kind]}>{l.kind}</Badge>
              </td>
              <td>{l.before}</td>
              <td>{l.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
