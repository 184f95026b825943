import type { PriceCoverage, PriceSeries } from '@/api/types';
import { useTick } from '@/features/live/use-live';
import { figure } from '@/ui/format';
import { Icon } from '@/ui/icons';
import { Badge, Empty } from '@/ui/states';
import { moment } from '@/ui/time';
import { figuresOf, keyOf, originOf, pointAt } from '../price-model';
import { colorOf } from './history-plot';
import classes from './prices.module.css';

interface Props {
  covered: readonly PriceCoverage[];
  series: readonly (PriceSeries | null)[];
  at: number | null;
  onRemove: (key: string) => void;
}

export function PriceLegend({ covered, series, at, onRemove }: Props) {
  if (covered.length === 0) return <Empty title="Nothing chosen">Choose an area on the left.</Empty>;
  return (
    <table className="dense roomy">
      <thead>
        <tr>
          <th scope="col">Market</th>
          <th scope="col">Area</th>
          <th scope="col">Origin</th>
          <th scope="col" className="n">
            {at === null ? 'Mean' : 'Price'}
          </th>
          <th scope="col" className="n">
            Lowest
          </th>
          <th scope="col" className="n">
            Highest
          </th>
          <th scope="col" className="n">
            Now, from its feed
          </th>
          <th scope="col">
            <span className={classes.unseen}>Remove</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {covered.map((c, i) => (
          <LegendRow
            key={keyOf(c)}
            of={c}
            color={colorOf(i)}
            series={series[i] ?? null}
            at={at}
            onRemove={onRemove}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<Props, 'at' | 'onRemove'> {
  of: PriceCoverage;
  color: string;
  series: PriceSeries | null;
}

function LegendRow({ of: c, color, series: s, at, onRemove }: RowProps) {
  const all = s ? figuresOf(s) : null;
  const point = s && at !== null ? pointAt(s, at) : null;
  const value = at === null ? all?.mean : point === null ? null : s?.mean[point];
  return (
    <tr>
      <th scope="row">
        <i className={classes.swatch} data-simulated={c.simulated} style={{ borderColor: `var(${color})` }} />
        {c.marketName}
      </th>
      <td>{c.kind === 'total' ? c.areaName : `${c.area} · ${c.areaName}`}</td>
      <td>
        <Badge tone={c.simulated ? 'warn' : 'good'}>{originOf(c)}</Badge>
      </td>
      <td className="n">{figure(value)}</td>
      <td className="n">{figure(all?.min)}</td>
      <td className="n">{s && !all ? 'none here' : figure(all?.max)}</td>
      <td className="n" data-testid={`feed-${c.marketCode}-${c.area}`}>
        <Feed marketCode={c.marketCode} area={c.area} zone={c.timeZone} />
      </td>
      <td>
        <button
          type="button"
          className={classes.remove}
          aria-label={`Take out ${c.marketName} ${c.area}`}
          onClick={() => onRemove(keyOf(c))}
        >
          <Icon name="close" size={11} />
        </button>
      </td>
    </tr>
  );
}

/** The block told last and its price; a dash where no feed tells any. */
function Feed({ marketCode, area, zone }: { marketCode: string; area: string; zone: string }) {
  const tick = useTick(marketCode, area);
  if (!tick) return '–';
  return (
    <>
      {figure(tick.price)} <small>for {moment(Date.parse(tick.startsAt), zone)}</small>
    </>
  );
}
