import { ActionIcon } from '@mantine/core';
import { Icon } from '@/ui/icons';
import type { PlacedFault } from '../fault-model';
import classes from './bid-panel.module.css';

/** Every fault at once, to be walked through one by one or picked from. */
export function FaultList({
  faults,
  current,
  onGo,
}: {
  faults: PlacedFault[];
  current: number;
  onGo: (index: number) => void;
}) {
  const at = Math.min(current, faults.length - 1);
  return (
    <section className={classes.faults} aria-label="Errors in this bid">
      <div className={classes.walk}>
        <ActionIcon
          size={24}
          aria-label="Error before"
          onClick={() => onGo((at - 1 + faults.length) % faults.length)}
        >
          <Icon name="back" size={11} />
        </ActionIcon>
        <ActionIcon size={24} aria-label="Next error" onClick={() => onGo((at + 1) % faults.length)}>
          <Icon name="next" size={11} />
        </ActionIcon>
      </div>
      <ol>
        {faults.map((f, i) => (
          <li key={`${f.where} ${f.code} ${i}`}>
            <button type="button" aria-current={i === at} onClick={() => onGo(i)}>
              <b>{f.where}</b> {f.message}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
