import type { PriceCoverage } from '@/api/types';
import { Badge } from '@/ui/states';
import { calendarDay } from '@/ui/time';
import { keyOf, originOf } from '../price-model';
import classes from './prices.module.css';

interface Props {
  covered: readonly PriceCoverage[];
  chosen: readonly string[];
  onToggle: (key: string) => void;
}

/** Every market and source that has prices, its areas as buttons; real ones before simulated ones. */
export function SeriesPicker({ covered, chosen, onToggle }: Props) {
  const groups = new Map<string, PriceCoverage[]>();
  for (const c of covered.toSorted((a, b) => Number(a.simulated) - Number(b.simulated))) {
    const key = `${c.marketCode} ${c.source}`;
    groups.set(key, [...(groups.get(key) ?? []), c]);
  }
  return (
    <div className={classes.groups}>
      {[...groups].map(([key, areas]) => {
        const first = areas[0];
        if (!first) return null;
        return (
          <fieldset key={key}>
            <legend>
              {first.marketName} <Badge tone={first.simulated ? 'warn' : 'good'}>{originOf(first)}</Badge>
            </legend>
            <p>
              {calendarDay(first.firstDay, false)} – {calendarDay(first.lastDay, false)}
            </p>
            <div className={classes.areas}>
              {areas.map((c) => (
                <button
                  key={keyOf(c)}
                  type="button"
                  aria-pressed={chosen.includes(keyOf(c))}
                  title={c.areaName}
                  onClick={() => onToggle(keyOf(c))}
                >
                  {c.kind === 'total' ? c.areaName : c.area}
                </button>
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
