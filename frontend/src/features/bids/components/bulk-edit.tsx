'use client';
import { Button, Checkbox, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { ApiProblem } from '@/api/problem';
import type { Auction, Fault } from '@/api/types';
import { plural } from '@/ui/format';
import { tell, tellProblem } from '@/ui/tell';
import { type BulkChange, bidsQuery, bulkEdit } from '../api';
import { parseProfile } from '../block-orders';

/** Shifts prices and scales quantities of chosen bids, all or none. */
export function BulkEdit({ auction, onDone }: { auction: Auction; onDone: () => void }) {
  const queries = useQueryClient();
  const bids = (useQuery(bidsQuery(auction.id)).data ?? []).filter((b) => b.state !== 'withdrawn');
  const [left, setLeft] = useState<readonly string[]>([]);
  const [blocks, setBlocks] = useState('');
  const [change, setChange] = useState<BulkChange>({});
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const keys = useRef(new IntentKeys());
  const chosen = bids.filter((b) => !left.includes(b.id));
  const some = blocks.trim() === '' ? [] : parseProfile(blocks, '1')?.map((p) => p.block);
  const edit = useMutation({
    mutationFn: () => {
      const wanted = { ...change, ...(some && some.length > 0 ? { blocks: some } : {}) };
      return bulkEdit({ bids: chosen, edit: wanted, key: keys.current.keyFor([chosen, wanted]) });
    },
    onSuccess: ({ items }) => {
      keys.current.settled();
      void queries.invalidateQueries({ queryKey: ['bids'] });
      tell(`${plural(items.length, 'bid')} changed; submit them to bring them to the exchange`, 'blue');
      onDone();
    },
    onError: (e) => {
      if (e instanceof ApiProblem && e.faults.length > 0) setFaults(e.faults);
      else tellProblem(e);
    },
  });
  const put = (field: keyof BulkChange) => (v: number | string) => {
    const { [field]: _, ...rest } = change;
    setChange(typeof v === 'number' ? { ...rest, [field]: v } : rest);
  };
  const ready = chosen.length > 0 && some !== undefined && Object.keys(change).length > 0;
  return (
    <Stack gap="sm">
      {bids.map((b) => (
        <Checkbox
          key={b.id}
          label={`${b.assetName}, ${b.side}${b.label ? `, ${b.label}` : ''}`}
          py={6}
          checked={!left.includes(b.id)}
          onChange={(e) =>
            setLeft(e.currentTarget.checked ? left.filter((id) => id !== b.id) : [...left, b.id])
          }
        />
      ))}
      <TextInput
        label="Blocks"
        placeholder="All; or 17-20 25"
        value={blocks}
        error={some === undefined ? 'Blocks are written as 17-20 25' : undefined}
        onChange={(e) => setBlocks(e.currentTarget.value)}
      />
      <NumberInput label={`Add to prices, ${auction.currency}/MWh`} onChange={put('priceShift')} />
      <NumberInput label="Add to prices, %" onChange={put('pricePercent')} />
      <NumberInput label="Quantities, % of what they are" min={0} onChange={put('quantityPercent')} />
      {faults.length > 0 && (
        <ul data-testid="bulk-faults" role="alert">
          {faults.map((f) => (
            <li key={`${f.field} ${f.code}`}>
              <b>{nameOf(f.field, chosen)}</b> {f.message}
            </li>
          ))}
        </ul>
      )}
      <Group justify="space-between">
        <Text size="sm">{plural(chosen.length, 'bid')}</Text>
        <Button disabled={!ready} loading={edit.isPending} onClick={() => edit.mutate()}>
          Change
        </Button>
      </Group>
    </Stack>
  );
}

/** `/bids/0/blocks/3/points/1/price` begins with the bid. */
function nameOf(field: string, bids: readonly { assetName: string }[]): string {
  const path = field.split('/');
  const bid = path[1] === 'bids' ? bids[Number(path[2])] : undefined;
  return bid ? `${bid.assetName} ${path.slice(3).join(' ')}` : field;
}
