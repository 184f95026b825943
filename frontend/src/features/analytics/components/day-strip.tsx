import { useQuery } from '@tanstack/react-query';
import type { PriceCoverage } from '@/api/types';
import { useTick } from '@/features/live/use-live';
import { KeyFigure, KeyFigures } from '@/ui/figures';
import { currencySign, figure, signed } from '@/ui/format';
import { Answered } from '@/ui/states';
import { calendarDay, clockTime } from '@/ui/time';
import { dayShown, newestBlock } from '../analytics-model';
import { dayFiguresQuery } from '../api';

/** The delivery day as it stands. What the market's feed tells stands there at once. */
export function DayStrip({ of }: { of: PriceCoverage }) {
  const day = dayShown(of, Date.now());
  const figures = useQuery(dayFiguresQuery(of, day));
  const tick = useTick(of.marketCode, of.area);
  const at = (start: string) => clockTime(start, of.timeZone);
  return (
    <Answered query={figures}>
      {(d) => {
        const latest = newestBlock(d.latest ?? null, tick, day, of.timeZone, Date.now());
        const unit = `${currencySign(d.currency)} per MWh`;
        const against = (mean: number | null | undefined) =>
          d.mean != null && mean != null ? signed(d.mean - mean) : '–';
        return (
          <KeyFigures label={`Delivery day ${calendarDay(day)}`}>
            <KeyFigure
              name={calendarDay(day)}
              value={d.blocks}
              note="blocks"
              hint="Blocks that have a price"
              testId="day-blocks"
            />
            <KeyFigure
              name="Latest"
              value={figure(latest?.price)}
              note={latest && at(latest.start)}
              hint={`${unit}: the last block that has begun`}
              testId="day-latest"
            />
            <KeyFigure name="Mean" value={figure(d.mean)} hint={`${unit}, over time`} testId="day-mean" />
            <KeyFigure name="To the day before" value={against(d.meanDayBefore)} hint={unit} />
            <KeyFigure name="To the week before" value={against(d.meanWeekBefore)} hint={unit} />
            <KeyFigure
              name="Lowest"
              value={figure(d.low?.price)}
              note={d.low && `at ${at(d.low.start)}`}
              hint={unit}
            />
            <KeyFigure
              name="Highest"
              value={figure(d.high?.price)}
              note={d.high && `at ${at(d.high.start)}`}
              hint={unit}
            />
            <KeyFigure
              name="Volatility"
              value={figure(d.deviation)}
              hint={`${unit}: deviation of the differences from block to block`}
            />
            <KeyFigure name="Below zero" value={d.belowZero} note="blocks" />
          </KeyFigures>
        );
      }}
    </Answered>
  );
}
