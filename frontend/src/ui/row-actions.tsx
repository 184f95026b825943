import { Button } from '@mantine/core';
import classes from './ui.module.css';

/** What can be done to a row, named for those who do not see in which row they are. */
export function RowActions({
  name,
  onChange,
  onRemove,
  removal = 'Delete',
}: {
  name: string;
  onChange: () => void;
  onRemove: () => void;
  removal?: 'Delete' | 'Remove';
}) {
  return (
    <span className={classes.actions}>
      <Button size="compact-xs" variant="default" aria-label={`Change ${name}`} onClick={onChange}>
        Change
      </Button>
      <Button size="compact-xs" variant="default" aria-label={`${removal} ${name}`} onClick={onRemove}>
        {removal}
      </Button>
    </span>
  );
}
