'use client';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '@/api/problem';
import type { DeadLetter } from '@/api/types';
import { tell } from '@/ui/tell';
import { deadLettersQuery, discardLetter } from '../api';

const LONGEST_REASON = 500;

/** Asks for the reason, which the audit trail keeps. */
export function DiscardForm({ letter, onClose }: { letter: DeadLetter; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const discard = useMutation({
    mutationFn: discardLetter,
    onSuccess: () => {
      tell(`${letter.eventType} is given up for ${letter.consumer}.`, 'yellow');
      onClose();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: deadLettersQuery.queryKey }),
  });
  return (
    <Modal opened onClose={onClose} title={`Discard ${letter.eventType}`}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          discard.mutate({ id: letter.id, reason });
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{letter.consumer} will never act on this event. This cannot be undone.</Text>
          <Textarea
            label="Reason"
            description="Kept in the audit trail"
            required
            autosize
            minRows={2}
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
            error={discard.error ? (asProblem(discard.error).detail ?? asProblem(discard.error).title) : null}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Keep it
            </Button>
            <Button type="submit" color="red" loading={discard.isPending} disabled={!reason.trim()}>
              Discard
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
