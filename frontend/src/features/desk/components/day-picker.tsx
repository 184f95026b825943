import { ActionIcon, Button } from '@mantine/core';
import { Icon } from '@/ui/icons';
import { calendarDay, dayPlus } from '@/ui/time';
import classes from './desk.module.css';

/**
 * Delivery day shown.
 *
 * @param today by the clock of what is looked at: an exchange's own, or the real time
 */
export function DayPicker({
  today,
  day,
  onDay,
}: {
  today: string;
  day: string;
  onDay: (day: string) => void;
}) {
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
