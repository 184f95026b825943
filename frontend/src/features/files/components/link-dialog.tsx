'use client';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { StoredFile } from '@/api/types';
import { Dialog } from '@/ui/dialog';
import { tell } from '@/ui/tell';
import { moment } from '@/ui/time';
import { linkFile } from '../api';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const LASTING = [
  { value: '15', label: '15 minutes' },
  { value: '60', label: 'An hour' },
  { value: '1440', label: 'A day' },
];

/** Makes an address for somebody without a login. */
export function LinkDialog({ file, onClose }: { file: StoredFile; onClose: () => void }) {
  const [minutes, setMinutes] = useState('15');
  const make = useMutation({ mutationFn: linkFile });
  const link = make.data;
  const copy = async () => {
    if (!link) return;
    await navigator.clipboard.writeText(link.url);
    tell('The link is in the clipboard.');
  };
  return (
    <Dialog opened onClose={onClose} title={`Link to ${file.name}`}>
      <Stack gap="sm">
        <NativeSelect
          label="Lasts"
          description="Whoever has the link gets the file, without signing in."
          value={minutes}
          onChange={(e) => setMinutes(e.currentTarget.value)}
          data={LASTING}
        />
        {link && (
          <TextInput
            label="Link"
            description={`Until ${moment(link.expiresAt, HERE)}`}
            readOnly
            value={link.url}
            onFocus={(e) => e.currentTarget.select()}
          />
        )}
        <Group justify="flex-end">
          {link && (
            <Button variant="default" onClick={() => void copy()}>
              Copy
            </Button>
          )}
          <Button
            loading={make.isPending}
            onClick={() => make.mutate({ id: file.id, minutes: Number(minutes) })}
          >
            Make link
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
