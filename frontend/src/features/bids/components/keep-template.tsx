'use client';
import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import type { Bid, BidTemplate } from '@/api/types';
import { Icon } from '@/ui/icons';
import { tell, tellProblem } from '@/ui/tell';
import { deleteTemplate, keepTemplate, templatesQuery } from '../api';

/** Names the open bid's newest version, and forgets templates no longer wanted. */
export function KeepTemplate({ bid, onDone }: { bid: Bid; onDone: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState(bid.label ?? '');
  const keys = useRef(new IntentKeys());
  const templates = useQuery(templatesQuery(true)).data ?? [];
  const refresh = () => queries.invalidateQueries({ queryKey: ['bid-templates'] });
  const keep = useMutation({
    mutationFn: () => keepTemplate({ name, bidId: bid.id, key: keys.current.keyFor([bid.id, name]) }),
    onSuccess: () => {
      keys.current.settled();
      void refresh();
      tell('Template kept');
      onDone();
    },
    onError: tellProblem,
  });
  const forget = useMutation({
    mutationFn: (t: BidTemplate) => deleteTemplate(t),
    onSuccess: () => void refresh(),
    onError: tellProblem,
  });
  return (
    <Stack gap="sm">
      <TextInput
        label="Name"
        data-autofocus
        maxLength={80}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      {templates.map((t) => (
        <Group key={t.id} justify="space-between">
          {t.name}
          <ActionIcon size={24} aria-label={`Forget ${t.name}`} onClick={() => forget.mutate(t)}>
            <Icon name="close" size={11} />
          </ActionIcon>
        </Group>
      ))}
      <Group justify="flex-end">
        <Button disabled={name.trim() === ''} loading={keep.isPending} onClick={() => keep.mutate()}>
          Keep
        </Button>
      </Group>
    </Stack>
  );
}
