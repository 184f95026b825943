import type { Replay, ReplayOwnBlockOrder } from '@/api/types';
import { reasonText } from '@/features/results/award-model';
import { figure, money, plural } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { otherwise } from '../replay-model';

/** Every block order of the own bids: what was decided, and what it earns, before and after. */
export function OwnBlockOrders({ replay }: { replay: Replay }) {
  const { blockOrders, currency } = replay.outcome;
  if (blockOrders.length === 0) return null;
  const changed = blockOrders.filter(otherwise).length;
  return (
    <Panel
      title="Your block orders"
      meta={changed > 0 ? `${plural(changed, 'is', 'are')} decided otherwise` : 'all decided as before'}
      testId="own-block-orders"
    >
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">Block order</th>
            <th scope="col">Zone</th>
            <th scope="col" className="n">
              Limit before
            </th>
            <th scope="col" className="n">
              After
            </th>
            <th scope="col">Decision before</th>
            <th scope="col">After</th>
            <th scope="col" className="n">
              Revenue before
            </th>
            <th scope="col" className="n">
              After
            </th>
          </tr>
        </thead>
        <tbody>
          {blockOrders.map((o) => (
            <tr key={`${o.bidId ?? o.change} ${o.blockOrder}`}>
              <th scope="row">{o.blockOrder}</th>
              <td>
                {o.areaCode} <span className={o.side === 'sell' ? 'down' : 'up'}>{o.side}</span>
              </td>
              <td className="n">{figure(o.before?.price)}</td>
              <td className="n">{figure(o.after?.price)}</td>
              <td>{decided(o.before)}</td>
              <td>{decided(o.after)}</td>
              <td className="n">{money(o.before?.revenue, currency)}</td>
              <td className="n">{money(o.after?.revenue, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

const decided = (result: ReplayOwnBlockOrder['before']): string => {
  if (!result) return 'Not there';
  const part = result.ratio > 0 && result.ratio < 1 ? `, ${figure(result.ratio * 100, 1)} %` : '';
  return reasonText(result.decision) + part;
};
