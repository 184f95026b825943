'use client';
import { Button, Group, NumberInput, Popover, Stack } from '@mantine/core';
import { useState } from 'react';
import { figure } from '@/ui/format';
import type { BidTerms } from '../bid-terms';
import { fillAll } from '../sheet-fill';
import type { Sheet } from '../sheet-model';

interface Props {
  firstBlock: number;
  blockCount: number;
  quantity: number;
  side: 'buy' | 'sell';
  terms: BidTerms;
  sheet: Sheet;
  onFill: (sheet: Sheet) => void;
}

/** "500 MW at the floor in all blocks" in two keys: the price that surely trades, and all the asset can do. */
export function QuickFill({ firstBlock, blockCount, quantity, side, terms, sheet, onFill }: Props) {
  const [open, setOpen] = useState(false);
  const sure = (side === 'sell' ? terms.floor : terms.cap)?.value;
  const [price, setPrice] = useState<number | ''>('');
  const [amount, setAmount] = useState<number | ''>('');
  const [from, setFrom] = useState<number | ''>('');
  const [to, setTo] = useState<number | ''>('');
  const p = price === '' ? (sure ?? null) : price;
  const q = amount === '' ? quantity : amount;
  const lastBlock = firstBlock + blockCount - 1;
  const first = from === '' ? firstBlock : from;
  const last = to === '' ? lastBlock : to;
  const number = (set: (v: number | '') => void) => (v: string | number) => set(v === '' ? '' : Number(v));
  const fill = () => {
    if (p === null) return;
    onFill(fillAll(sheet, { from: first - firstBlock, to: last - firstBlock }, p, q));
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={270} trapFocus shadow="md">
      <Popover.Target>
        <Button variant="default" size="compact-xs" onClick={() => setOpen((o) => !o)}>
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
                placeholder={String(firstBlock)}
                min={firstBlock}
                max={lastBlock}
                onChange={number(setFrom)}
              />
              <NumberInput
                label="To block"
                value={to}
                placeholder={String(lastBlock)}
                min={firstBlock}
                max={lastBlock}
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
