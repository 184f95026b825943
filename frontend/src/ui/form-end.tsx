import { Button } from '@mantine/core';
import { ProblemNote } from './states';
import classes from './ui.module.css';

/** The end of a form in a row: its button, a way out, and what no field can say. */
export function FormEnd({
  label,
  save,
  told,
  onLeave,
}: {
  label: string;
  save: { isPending: boolean; error: unknown };
  /** Faults that stand at their fields already. */
  told: number;
  onLeave?: () => void;
}) {
  return (
    <>
      <Button className={classes.level} type="submit" loading={save.isPending}>
        {label}
      </Button>
      {onLeave && (
        <Button className={classes.level} variant="default" onClick={onLeave}>
          Leave it
        </Button>
      )}
      {save.error !== null && told === 0 && (
        <div className={classes.wide}>
          <ProblemNote error={save.error} />
        </div>
      )}
    </>
  );
}
