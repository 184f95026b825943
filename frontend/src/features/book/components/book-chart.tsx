import type { BookDay } from '@/api/types';
import { Swatch } from '@/ui/figures';
import { colorOf, KINDS, type Layer, layersOf, type Unit } from '../book-model';
import classes from './book.module.css';

const HEIGHT = 200;

/** Sales rise from the line of zero, purchases fall; the dashed steps are what the assets can do. */
export function BookChart({ book, unit, market }: { book: BookDay; unit: Unit; market: string | null }) {
  const sell = layersOf(book, 'sell', unit, market);
  const buy = layersOf(book, 'buy', unit, market);
  const of = (f: { powerMw: number[]; energyMwh: number[] }) => (unit === 'mw' ? f.powerMw : f.energyMwh);
  const mostSell = of(book.sale.most);
  const mostBuy = of(book.purchase.most);
  const high = Math.max(1e-9, ...mostSell, ...heights(sell, book));
  const low = Math.max(0, ...mostBuy, ...heights(buy, book));
  const scale = HEIGHT / (high + low);
  const zero = high * scale;
  const n = book.blockStarts.length;
  const y = (value: number) => zero - value * scale;
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${n} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label="Sales above, purchases below the line of zero, against what the assets can do; the figures stand in the table"
    >
      {bars(sell, 1, scale, zero)}
      {bars(buy, -1, scale, zero)}
      <path className={classes.zero} d={`M0 ${zero}H${n}`} />
      <path className={classes.most} d={steps(mostSell, y)} />
      {low > 0 && (
        <path
          className={classes.most}
          d={steps(
            mostBuy.map((v) => -v),
            y,
          )}
        />
      )}
    </svg>
  );
}

const heights = (layers: Layer[], book: BookDay): number[] =>
  book.blockStarts.map((_, i) => layers.reduce((total, l) => total + (l.values[i] ?? 0), 0));

function bars(layers: Layer[], direction: 1 | -1, scale: number, zero: number) {
  const reached: number[] = [];
  return layers.flatMap((layer) =>
    layer.values.map((value, i) => {
      const from = reached[i] ?? 0;
      reached[i] = from + value;
      return value === 0 ? null : (
        <rect
          key={`${layer.side}-${layer.kind}-${i}`}
          x={i}
          width={0.92}
          y={direction === 1 ? zero - (from + value) * scale : zero + from * scale}
          height={value * scale}
          fill={colorOf(layer.kind)}
        />
      );
    }),
  );
}

const steps = (values: readonly number[], y: (value: number) => number): string =>
  values.map((v, i) => `${i === 0 ? `M0 ${y(v)}` : `V${y(v)}`}H${i + 1}`).join('');

export function BookLegend() {
  return (
    <ul className={classes.legend} aria-label="Colours">
      {KINDS.map((k) => (
        <li key={k.kind}>
          <Swatch color={k.color} /> {k.name}
        </li>
      ))}
      <li>
        <i className={classes.dash} aria-hidden /> What the assets can do
      </li>
    </ul>
  );
}
