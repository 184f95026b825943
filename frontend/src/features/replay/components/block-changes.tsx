import type { Replay } from '@/api/types';
import { reasonText } from '@/features/results/award-model';
import { Panel } from '@/ui/panel';

/** Block orders that are decided otherwise after the changes. */
export function BlockChanges({ replay }: { replay: Replay }) {
  const { blocks } = replay.outcome;
  if (blocks.length === 0) return null;
  return (
    <Panel title="Block orders decided otherwise" meta={`${blocks.length}`} testId="block-changes">
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">Block order</th>
            <th scope="col">Zone</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {blocks.map((b) => (
            <tr key={b.blockId}>
              <th scope="row">{b.blockId}</th>
              <td>
                {b.area} <span className={b.side === 'sell' ? 'down' : 'up'}>{b.side}</span>
              </td>
              <td>{reasonText(b.decisionBefore)}</td>
              <td>{reasonText(b.decisionAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
