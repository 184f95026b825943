import { money } from '@/ui/format';
import { shortDay } from '@/ui/time';
import type { DayBar } from '../statement-model';
import classes from './settlement.module.css';

interface Props {
  bars: readonly DayBar[];
  currency: string;
  day: string;
  onDay: (day: string) => void;
}

/** The total of each day as a bar up or down from zero; a bar chooses its day. */
export function DayChart({ bars, currency, day, onDay }: Props) {
  const high = Math.max(0, ...bars.map((b) => b.total));
  const low = Math.min(0, ...bars.map((b) => b.total));
  const range = high - low || 1;
  const zero = (high / range) * 100;
  return (
    <ul className={classes.chart} aria-label="Total of each day" data-testid="day-chart">
      {bars.map((bar) => {
        const size = (Math.abs(bar.total) / range) * 100;
        return (
          <li key={bar.day}>
            <button
              type="button"
              aria-pressed={bar.day === day}
              aria-label={`${shortDay(bar.day)}: total ${money(bar.total, currency)}, deviation ${money(bar.deviation, currency)}`}
              title={`${bar.day}: ${money(bar.total, currency)}`}
              onClick={() => onDay(bar.day)}
            >
              <span className={classes.plot} aria-hidden>
                <i
                  data-loss={bar.total < 0}
                  style={{ top: `${bar.total < 0 ? zero : zero - size}%`, height: `${size}%` }}
                />
                <b style={{ top: `${zero}%` }} />
              </span>
              <span aria-hidden>{shortDay(bar.day)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
