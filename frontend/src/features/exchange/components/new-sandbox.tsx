'use client';
import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { ProblemNote } from '@/ui/states';
import { tell } from '@/ui/tell';
import { dayIn, dayPlus } from '@/ui/time';
import { makeSandbox } from '../actions';
import { exchangesQuery } from '../api';
import { chooseExchange } from '../chosen-exchange';
import { EXCHANGE_ZONE } from '../event-model';
import { takeAnswer } from '../use-exchange-watch';
import { SPEEDS } from './clock-controls';

/** Asks for a sandbox's first delivery day and pace, makes it, and has all pages speak of it. */
export function NewSandbox({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const shared = useQuery(exchangesQuery).data?.find((e) => e.scope === 'shared');
  const today = dayIn(EXCHANGE_ZONE, shared?.clock.now ?? Date.now());
  const [firstDay, setFirstDay] = useState(dayPlus(today, 1));
  const [speed, setSpeed] = useState('60');
  const keys = useRef(new IntentKeys());
  const make = useMutation({
    mutationFn: makeSandbox,
    meta: { problemShownInPlace: true },
    onSuccess: (made) => {
      keys.current.settled();
      takeAnswer(queries, made);
      chooseExchange(made.id);
      tell('Your sandbox stands on the morning before its first delivery day');
      onClose();
    },
  });
  const input = { firstDay, speed: Number(speed) };
  return (
    <Modal opened onClose={onClose} title="New sandbox">
      <form
        onSubmit={(e) => {
          e.preventDefault();
          make.mutate({ input, key: keys.current.keyFor(input) });
        }}
      >
        <Stack gap="md">
          <Text size="sm">
            A copy of the simulated exchange with a clock of your own: stop it, run it up to 120 times as
            fast, or step from event to event. It begins at 09:30 on the day before its first delivery day.
          </Text>
          <TextInput
            type="date"
            label="First delivery day"
            value={firstDay}
            onChange={(e) => setFirstDay(e.currentTarget.value)}
            required
            withAsterisk={false}
            data-autofocus
          />
          <div>
            <Text size="sm" fw={500} mb={3} id="sandbox-speed">
              Speed once it runs
            </Text>
            <SegmentedControl
              aria-labelledby="sandbox-speed"
              fullWidth
              value={speed}
              onChange={setSpeed}
              data={SPEEDS.map((s) => ({ value: String(s), label: `×${s}` }))}
            />
          </div>
          {make.error && <ProblemNote error={make.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={make.isPending} disabled={firstDay === ''}>
              Make the sandbox
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
