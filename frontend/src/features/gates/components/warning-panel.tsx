'use client';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { GateWarnings } from '@/api/types';
import { Panel } from '@/ui/panel';
import { Answered, ProblemNote } from '@/ui/states';
import { tell } from '@/ui/tell';
import { gateWarningsQuery, putGateWarnings } from '../api';
import { sound } from '../sound';
import classes from './gates.module.css';

/** How long before a gate one is warned on every page, and whether it is heard. */
export function WarningPanel() {
  const warnings = useQuery(gateWarningsQuery);
  return (
    <Panel title="Gate warnings" testId="gate-warnings">
      <Answered query={warnings} rows={2}>
        {(seen) => <WarningForm key={seen.version} seen={seen} />}
      </Answered>
    </Panel>
  );
}

/** "30, 10, 2" as numbers; what is none is left to the server to refuse. */
export const minutesOf = (text: string): number[] =>
  text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d{1,6}$/.test(part) ? Number(part) : 0));

function WarningForm({ seen }: { seen: GateWarnings }) {
  const client = useQueryClient();
  const [minutes, setMinutes] = useState(seen.minutes.join(', '));
  const [heard, setHeard] = useState(seen.sound);
  const save = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: () => putGateWarnings({ seen, minutes: minutesOf(minutes), sound: heard }),
    onSuccess: (kept) => {
      client.setQueryData(gateWarningsQuery.queryKey, kept);
      tell('Gate warnings saved.');
    },
  });
  return (
    <form
      className={classes.form}
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <TextInput
        label="Minutes before a gate"
        description="Up to five, by the exchange's clock"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={minutes}
        onChange={(e) => setMinutes(e.currentTarget.value)}
        w={180}
      />
      <Checkbox
        className={classes.level}
        size="xs"
        label="With a sound, where something is missing"
        checked={heard}
        onChange={(e) => setHeard(e.currentTarget.checked)}
      />
      <Button className={classes.level} variant="default" onClick={sound}>
        Hear it
      </Button>
      <Button className={classes.level} type="submit" loading={save.isPending}>
        Save gate warnings
      </Button>
      {save.error && (
        <div className={classes.wide}>
          <ProblemNote error={save.error} />
        </div>
      )}
    </form>
  );
}
