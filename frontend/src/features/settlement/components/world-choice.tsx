'use client';
import { SegmentedControl } from '@mantine/core';
import type { SeenExchange } from '@/features/exchange/api';
import { REALITY, type World } from '../world';

/** Whose days are meant: the chosen exchange’s, or those of reality. */
export function WorldChoice({
  exchange,
  world,
  onChange,
}: {
  exchange: SeenExchange;
  world: World;
  onChange: (world: World) => void;
}) {
  return (
    <SegmentedControl
      aria-label="Whose days"
      value={world}
      onChange={onChange}
      data={[
        { value: exchange.id, label: exchange.name },
        { value: REALITY, label: 'Real meters and markets' },
      ]}
    />
  );
}
