import type { ClearingRun } from '@/api/types';
import { waitingFor } from '@/features/auctions/auction-model';
import { figure, money } from '@/ui/format';
import { Badge, Empty, type Tone } from '@/ui/states';
import { moment } from '@/ui/time';
import type { DockProps } from './dock-props';

const TONE: Record<ClearingRun['state'], Tone> = {
  queued: 'busy',
  running: 'busy',
  cleared: 'good',
  failed: 'bad',
  cancelled: 'quiet',
};

export function RunTable({ auction, runs, shown, onRun }: DockProps) {
  if (runs.length === 0)
    return (
      <Empty title="No run yet">
        {auction.exchangeId
          ? waitingFor(auction, 'its clearing and the proof of it stand here')
          : 'Run the auction to clear the book; every run is kept here for comparison.'}
      </Empty>
    );
  return (
    <table className="dense">
      <thead>
        <tr>
          <th scope="col">Run</th>
          <th scope="col">State</th>
          <th scope="col">Finished</th>
          <th scope="col" className="n">
            Own bids
          </th>
          <th scope="col" className="n">
            Orders
          </th>
          <th scope="col" className="n">
            Engine, ms
          </th>
          <th scope="col" className="n">
            Welfare
          </th>
          <th scope="col">Prices by</th>
          <th scope="col">Proof</th>
          <th scope="col">Rules</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((r) => (
          <tr
            key={r.id}
            data-clickable={r.state === 'cleared' || undefined}
            data-selected={r.id === shown?.id}
            onClick={() => r.state === 'cleared' && onRun(r.id)}
          >
            <th scope="row">
              <button type="button" className="rowlink" disabled={r.state !== 'cleared'}>
                #{r.number}
              </button>
            </th>
            <td>
              <Badge tone={TONE[r.state]} dot>
                {r.state}
              </Badge>
            </td>
            <td className="dim">{r.finishedAt ? moment(r.finishedAt, auction.timeZone) : ''}</td>
            <td className="n">{figure(r.bidsIncluded, 0)}</td>
            <td className="n">{figure(r.ordersRead, 0)}</td>
            <td className="n">{figure(r.engineMillis, 0)}</td>
            <td className="n">{money(r.welfare, auction.currency, 0)}</td>
            <td>{r.state === 'cleared' && (r.priceSource === 'coupled' ? 'coupling' : 'exchange')}</td>
            <td>
              {r.state === 'cleared' &&
                (r.verified ? (
                  <span className="up">verified</span>
                ) : (
                  <span className="down">{figure(r.violations, 0)} violations</span>
                ))}
            </td>
            <td className="dim" title={r.rulePack && `Rule pack with SHA-256 ${r.rulePack}`}>
              {r.rulePack?.slice(0, 8)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
