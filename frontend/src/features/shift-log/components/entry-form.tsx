'use client';
import { Button, Checkbox, SegmentedControl, Select, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShiftEntry } from '@/api/types';
import { assetsQuery } from '@/features/assets/api';
import { useCan } from '@/features/session/session-context';
import { ProblemNote } from '@/ui/states';
import { shiftLogQuery, writeEntry } from '../api';
import classes from './shift-log.module.css';

type Kind = 'note' | 'handover';

/** A new entry, or the correction of one. */
export function EntryForm({ corrects, onDone }: { corrects?: ShiftEntry; onDone?: () => void }) {
  const client = useQueryClient();
  const assets = useQuery({ ...assetsQuery, enabled: useCan('assets:read') }).data ?? [];
  const [kind, setKind] = useState<Kind>('note');
  const [text, setText] = useState(corrects?.text ?? '');
  const [asset, setAsset] = useState<string | null>(corrects?.assetId ?? null);
  const [pinned, setPinned] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const write = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: writeEntry,
    onSuccess: async () => {
      setText('');
      setPinned(false);
      setAsset(null);
      setKey(crypto.randomUUID());
      await client.invalidateQueries({ queryKey: shiftLogQuery.queryKey });
      onDone?.();
    },
  });
  return (
    <form
      className={classes.form}
      onSubmit={(e) => {
        e.preventDefault();
        write.mutate({
          key,
          input: {
            kind: corrects ? 'correction' : kind,
            text,
            assetId: asset ?? undefined,
            auctionId: corrects?.auctionId ?? undefined,
            bidId: corrects?.bidId ?? undefined,
            corrects: corrects?.id,
            pinned,
          },
        });
      }}
    >
      <Textarea
        label={corrects ? 'What it should say' : 'What the next shift has to know'}
        value={text}
        onChange={(e) => {
          setText(e.currentTarget.value);
          setKey(crypto.randomUUID());
        }}
        maxLength={4000}
        autosize
        minRows={2}
      />
      <div className={classes.controls}>
        {!corrects && (
          <SegmentedControl
            aria-label="Kind of entry"
            value={kind}
            onChange={(value) => setKind(value as Kind)}
            data={[
              { value: 'note', label: 'Note' },
              { value: 'handover', label: 'Hand-over' },
            ]}
          />
        )}
        <Select
          label="About asset"
          clearable
          clearButtonProps={{ 'aria-label': 'No asset' }}
          data={assets.map((a) => ({ value: a.id, label: a.name }))}
          value={asset}
          onChange={setAsset}
          w={220}
        />
        {!corrects && (
          <Checkbox
            label="Keep on top"
            checked={pinned}
            onChange={(e) => setPinned(e.currentTarget.checked)}
          />
        )}
        <Button type="submit" loading={write.isPending} disabled={text.trim() === ''}>
          {corrects ? 'Write correction' : 'Write'}
        </Button>
        {onDone && (
          <Button variant="default" onClick={onDone}>
            Leave it
          </Button>
        )}
      </div>
      {write.error && <ProblemNote error={write.error} />}
    </form>
  );
}
