'use client';
import { SegmentedControl } from '@mantine/core';
import type { Units } from '../units';
import { chooseUnits, useUnits } from '../use-units';
import classes from './settlement.module.css';

/** In which units figures are shown; kept by the browser. */
export function UnitChoice({ currency }: { currency: string }) {
  const units = useUnits();
  const set = (change: Partial<Units>) => chooseUnits({ ...units, ...change });
  return (
    <div className={classes.units} data-testid="units">
      <SegmentedControl
        size="xs"
        aria-label="Prices in"
        value={units.price}
        onChange={(price) => set({ price: price as Units['price'] })}
        data={[
          { value: 'per_mwh', label: `${currency}/MWh` },
          { value: 'per_kwh', label: `${currency}/kWh` },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label="Energy in"
        value={units.energy}
        onChange={(energy) => set({ energy: energy as Units['energy'] })}
        data={[
          { value: 'mwh', label: 'MWh' },
          { value: 'mu', label: 'MU' },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label="Blocks in"
        value={units.block}
        onChange={(block) => set({ block: block as Units['block'] })}
        data={[
          { value: 'mwh', label: 'MWh a block' },
          { value: 'mw', label: 'MW' },
        ]}
      />
    </div>
  );
}
