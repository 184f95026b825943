import { figure } from '@/ui/format';
import { toneOf } from '../limit-model';
import classes from './risk.module.css';

/** How much of a limit is used, as a bar and in figures. */
export function UsageBar({ name, percent }: { name: string; percent: number | null | undefined }) {
  if (percent === null || percent === undefined) return <span className="dim">–</span>;
  const shown = Math.min(100, percent);
  return (
    <span className={classes.usage}>
      <span
        role="meter"
        aria-label={`${name}, used`}
        aria-valuenow={shown}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={`${figure(percent)} %`}
        className={classes.meter}
        data-tone={toneOf(percent)}
      >
        <i style={{ width: `${shown}%` }} />
      </span>
      <span>{figure(percent)} %</span>
    </span>
  );
}
