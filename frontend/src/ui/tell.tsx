import { notifications } from '@mantine/notifications';
import { asProblem } from '@/api/problem';
import classes from './ui.module.css';

export function tellProblem(error: unknown): void {
  const p = asProblem(error);
  notifications.show({
    color: 'red',
    title: p.detail ? p.title : undefined,
    autoClose: 9000,
    closeButtonProps: { 'aria-label': 'Dismiss' },
    message: (
      <>
        {p.detail ?? p.title}
        {p.faults.length > 0 && ` ${p.faults.map((f) => f.message).join(' ')}`}
        {p.traceId && <span className={classes.trace}>Trace {p.traceId}</span>}
      </>
    ),
  });
}

export const tell = (message: string, color: 'green' | 'blue' | 'yellow' = 'green'): void => {
  notifications.show({ message, color, closeButtonProps: { 'aria-label': 'Dismiss' } });
};
