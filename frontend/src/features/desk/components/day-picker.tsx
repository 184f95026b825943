import { ActionIcon, Button } from '@mantine/core';
import type { SeenExchange } from '@/features/exchange/api';
import { EXCHANGE_ZONE } from '@/features/exchange/event-model';
import { Icon } from '@/ui/icons';
import { calendarDay, dayIn, dayPlus } from '@/ui/time';
import classes from './desk.module.css';

/** Delivery day shown; today and tomorrow are those of the exchange's own clock. */
export function DayPicker({
  exchange,
  day,
  onDay,
}: {
  exchange: SeenExchange;
  day: string;
  onDay: (day: string) => void;
}) {
  const today = dayIn(EXCHANGE_ZONE, exchange.clock.now);
  return (
    <fieldset className={classes.days} aria-label="Delivery day" style={{ border: 0, margin: 0, padding: 0 }}>
      <ActionIcon aria-label="Day before" onClick={() => onDay(dayPlus(day, -1))}>
        <Icon name="back" size={12} />
      </ActionIcon>
      <b aria-live="polite" data-testid="desk-day">
        {calendarDay(day)}
      </b>
      <ActionIcon aria-label="Day after" onClick={() => onDay(dayPlus(day, 1))}>
        <Icon name="next" size={12} />
      </ActionIcon>
      {[
        ['Today', today],
        ['Tomorrow', dayPlus(today, 1)],
      ].map(
        ([name, value]) =>
          value && (
            <Button
              key={name}
              size="compact-xs"
              variant={value === day ? 'light' : 'default'}
              aria-pressed={value === day}
              onClick={() => onDay(value)}
            >
              {name}
            </Button>
          ),
      )}
    </fieldset>
  );
}
