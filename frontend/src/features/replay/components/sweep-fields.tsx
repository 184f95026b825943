import { NumberInput, SegmentedControl, Select } from '@mantine/core';
import type { SweepForm } from '../replay-model';
import classes from './replay.module.css';

/** Which figure of the curve, or of a block order, is moved, and over which range. */
export function SweepFields({
  sweep,
  currency,
  curve,
  orders,
  onSweep,
}: {
  sweep: SweepForm;
  currency: string;
  /** Whether the bid has a curve that could be moved. */
  curve: boolean;
  /** Names of the bid's block orders. */
  orders: string[];
  onSweep: (sweep: SweepForm) => void;
}) {
  const movable = [...(curve || orders.length === 0 ? [''] : []), ...new Set(orders)];
  const order = movable.includes(sweep.order) ? sweep.order : (movable[0] ?? '');
  const unit = sweep.parameter === 'price' ? `${currency}/MWh` : 'MW';
  const number = (key: 'from' | 'to' | 'step', label: string) => (
    <NumberInput
      label={`${label}, ${unit}`}
      value={sweep[key] ?? ''}
      onChange={(v) => onSweep({ ...sweep, [key]: typeof v === 'number' ? v : null })}
      hideControls
    />
  );
  return (
    <fieldset className={classes.sweep}>
      <legend>And move one figure over a range</legend>
      <SegmentedControl
        aria-label="Figure to move"
        value={sweep.parameter}
        onChange={(v) => onSweep({ ...sweep, order, parameter: v as SweepForm['parameter'] })}
        data={[
          { value: 'none', label: 'No' },
          { value: 'quantity', label: 'Quantity' },
          { value: 'price', label: 'Price' },
        ]}
      />
      {sweep.parameter !== 'none' && orders.length > 0 && (
        <Select
          label="Of"
          data={movable.map((name) => ({ value: name, label: name || 'The curve' }))}
          value={order}
          onChange={(v) => onSweep({ ...sweep, order: v ?? '' })}
          allowDeselect={false}
        />
      )}
      {sweep.parameter !== 'none' && (
        <div className={classes.triple}>
          {number('from', 'From')}
          {number('to', 'To')}
          {number('step', 'Step')}
        </div>
      )}
    </fieldset>
  );
}
