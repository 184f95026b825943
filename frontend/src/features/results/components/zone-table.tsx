import { summarise, waitingFor } from '@/features/auctions/auction-model';
import { Sparkline, Swatch, zoneColor } from '@/ui/figures';
import { figure, signed } from '@/ui/format';
import { Empty, Waiting } from '@/ui/states';
import type { DockProps } from './dock-props';

export function ZoneTable({ auction, prices, otherPrices, shown, other, area, onArea }: DockProps) {
  if (!shown)
    return (
      <Empty title="No run yet">
        {waitingFor(auction, 'each area’s average, range and net position stand here')}
      </Empty>
    );
  if (!prices) return <Waiting rows={7} />;
  return (
    <table className="dense">
      <thead>
        <tr>
          <th scope="col">{auction.exchangeId ? 'Area' : 'Zone'}</th>
          <th scope="col" className="n">
            Average
          </th>
          <th scope="col" className="n">
            Min
          </th>
          <th scope="col" className="n">
            Max
          </th>
          <th scope="col" className="n">
            {other ? `Δ vs #${other.number}` : 'Δ'}
          </th>
          <th scope="col" className="n" title="Sum of the day; exports positive">
            Net, MWh
          </th>
          <th scope="col">Day</th>
        </tr>
      </thead>
      <tbody>
        {summarise(prices, otherPrices).map((z) => {
          const color = zoneColor(auction.areas.indexOf(z.area));
          return (
            <tr key={z.area} data-clickable data-selected={z.area === area} onClick={() => onArea(z.area)}>
              <th scope="row">
                <Swatch color={color} />
                <button type="button" className="rowlink" aria-pressed={z.area === area}>
                  {z.area}
                </button>
              </th>
              <td className="n">
                <b>{figure(z.average)}</b>
              </td>
              <td className="n">{figure(z.low)}</td>
              <td className="n">{figure(z.high)}</td>
              <td
                className={`n ${z.moved && Math.abs(z.moved) >= 0.005 ? (z.moved > 0 ? 'up' : 'down') : 'dim'}`}
              >
                {z.moved === null ? '–' : signed(z.moved)}
              </td>
              <td className="n">{signed(z.netPositionMwh, 0)}</td>
              <td>
                <Sparkline values={z.prices} color={color} width={84} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
