'use client';
import { Button, Group, Menu, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { plural } from '@/ui/format';
import { copyRows, fillDown, fillSeries } from '../sheet-fill';
import type { Range, Sheet } from '../sheet-model';

interface Props {
  sheet: Sheet;
  selection: Range;
  firstBlock: number;
  onFill: (sheet: Sheet) => void;
}

/** Filling by what is selected, and copying blocks over others. */
export function FillMenu({ sheet, selection, firstBlock, onFill }: Props) {
  const [copying, setCopying] = useState(false);
  const rows = selection.r1 - selection.r0 + 1;
  return (
    <>
      <Menu position="bottom-end" width={250}>
        <Menu.Target>
          <Button variant="default" size="compact-xs">
            Fill
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            disabled={rows < 2}
            rightSection={<Text size="xs">Ctrl+D</Text>}
            onClick={() => onFill(fillDown(sheet, selection))}
          >
            Selection, from its first row
          </Menu.Item>
          <Menu.Item
            disabled={rows < 3}
            rightSection={<Text size="xs">Ctrl+Shift+D</Text>}
            onClick={() => onFill(fillSeries(sheet, selection))}
          >
            Selection, as a series
          </Menu.Item>
          <Menu.Item onClick={() => setCopying(true)}>Copy blocks to others…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={copying} onClose={() => setCopying(false)} title="Copy blocks to others">
        <CopyBlocks
          sheet={sheet}
          selection={selection}
          firstBlock={firstBlock}
          onFill={(next) => {
            onFill(next);
            setCopying(false);
          }}
        />
      </Modal>
    </>
  );
}

function CopyBlocks({ sheet, selection, firstBlock, onFill }: Props) {
  const lastBlock = firstBlock + sheet.length - 1;
  const [from, setFrom] = useState(firstBlock + selection.r0);
  const [to, setTo] = useState(firstBlock + selection.r1);
  const [into, setInto] = useState(Math.min(lastBlock, firstBlock + selection.r1 + 1));
  const [until, setUntil] = useState(lastBlock);
  const ready = from <= to && into <= until;
  const field = (label: string, value: number, set: (n: number) => void) => (
    <NumberInput
      label={label}
      value={value}
      min={firstBlock}
      max={lastBlock}
      clampBehavior="strict"
      onChange={(v) => v !== '' && set(Number(v))}
    />
  );
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        if (ready)
          onFill(
            copyRows(
              sheet,
              { from: from - firstBlock, to: to - firstBlock },
              { from: into - firstBlock, to: until - firstBlock },
            ),
          );
      }}
    >
      <Stack gap="md">
        <Group grow gap="sm">
          {field('From block', from, setFrom)}
          {field('to block', to, setTo)}
        </Group>
        <Group grow gap="sm">
          {field('Into block', into, setInto)}
          {field('until block', until, setUntil)}
        </Group>
        <Button type="submit" disabled={!ready}>
          {ready
            ? `Copy ${plural(to - from + 1, 'block')} into ${plural(until - into + 1, 'block')}`
            : 'Each range goes from a lower to a higher block'}
        </Button>
      </Stack>
    </form>
  );
}
