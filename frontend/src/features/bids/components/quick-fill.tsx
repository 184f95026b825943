'use client';
import { Button, Group, NumberInput, Popover, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { figure } from '@/ui/format';
import { rulesQuery } from '../rules';
import { fillAll, type Sheet } from '../sheet-model';

interface Props {
  disabled: boolean;
  blockCount: number;
  quantity: number;
  side: 'buy' | 'sell';
  market: string;
  day: string;
  sheet: Sheet;
  onFill: (sheet: Sheet) => void;
}

/** "500 MW at the floor in all blocks" in two keys: the price that surely trades, and all the asset can do. */
export function QuickFill({ disabled, blockCount, quantity, side, market, day, sheet, onFill }: Props) {
  const [open, setOpen] = useState(false);
  const limits = useQuery(rulesQuery(market, day)).data;
  const sure = side === 'sell' ? limits?.floor : limits?.cap;
  const [price, setPrice] = useState<number | ''>('');
  const [amount, setAmount] = useState<number | ''>('');
  const [from, setFrom] = useState<number | ''>('');
  const [to, setTo] = useState<number | ''>('');
  const p = price === '' ? (sure ?? null) : price;
  const q = amount === '' ? quantity : amount;
  const first = from === '' ? 1 : from;
  const last = to === '' ? blockCount : to;
  const number = (set: (v: number | '') => void) => (v: string | number) => set(v === '' ? '' : Number(v));
  const fill = () => {
    if (p === null) return;
    onFill(fillAll(sheet, { from: first - 1, to: last - 1 }, p, q));
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={270} trapFocus shadow="md">
      <Popover.Target>
        <Button variant="default" size="compact-xs" disabled={disabled} onClick={() => setOpen((o) => !o)}>
          Quick fill
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(e) => {
            e.preventDefault();
            fill();
          }}
        >
          <Stack gap="sm">
            <Group grow gap="sm">
              <NumberInput
                label="Quantity, MW"
                value={amount}
                placeholder={figure(quantity, 0)}
                min={0}
                onChange={number(setAmount)}
                data-autofocus
              />
              <NumberInput
                label={side === 'sell' ? 'Price (floor)' : 'Price (cap)'}
                value={price}
                placeholder={sure === undefined ? '' : figure(sure, 0)}
                onChange={number(setPrice)}
              />
            </Group>
            <Group grow gap="sm">
              <NumberInput
                label="From block"
                value={from}
                placeholder="1"
                min={1}
                max={blockCount}
                onChange={number(setFrom)}
              />
              <NumberInput
                label="To block"
                value={to}
                placeholder={String(blockCount)}
                min={1}
                max={blockCount}
                onChange={number(setTo)}
              />
            </Group>
            <Button type="submit" disabled={p === null || q <= 0}>
              {p === null ? 'Enter a price' : `Fill ${figure(q, 1)} MW at ${figure(p, 0)}`}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
