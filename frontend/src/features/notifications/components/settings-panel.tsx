'use client';
import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NotificationSettings } from '@/api/types';
import { Panel } from '@/ui/panel';
import { Answered, Badge, ProblemNote } from '@/ui/states';
import { tell } from '@/ui/tell';
import { putSettings, settingsQuery } from '../api';
import classes from './notifications.module.css';

/** When one may be disturbed. */
export function SettingsPanel() {
  const settings = useQuery(settingsQuery);
  return (
    <Panel
      title="Quiet hours"
      testId="quiet-hours"
      meta={
        settings.data && (
          <Badge tone={settings.data.mail ? 'good' : 'quiet'}>
            {settings.data.mail ? 'E-mail is on' : 'E-mail is not switched on here'}
          </Badge>
        )
      }
    >
      <Answered query={settings} rows={2}>
        {(seen) => <SettingsForm key={seen.version} seen={seen} />}
      </Answered>
    </Panel>
  );
}

function SettingsForm({ seen }: { seen: NotificationSettings }) {
  const client = useQueryClient();
  const [timeZone, setTimeZone] = useState(seen.timeZone);
  const [quietFrom, setFrom] = useState(seen.quietFrom ?? '');
  const [quietTo, setTo] = useState(seen.quietTo ?? '');
  const save = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: () =>
      putSettings({ seen, timeZone, quietFrom: quietFrom || undefined, quietTo: quietTo || undefined }),
    onSuccess: (kept) => {
      client.setQueryData(settingsQuery.queryKey, kept);
      tell('Quiet hours saved.');
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
      <Select
        label="Time zone"
        searchable
        data={[...new Set([seen.timeZone, ...Intl.supportedValuesOf('timeZone')])]}
        value={timeZone}
        onChange={(z) => z && setTimeZone(z)}
        limit={50}
        w={220}
      />
      <TextInput
        label="Quiet from"
        type="time"
        value={quietFrom}
        onChange={(e) => setFrom(e.currentTarget.value)}
      />
      <TextInput label="Until" type="time" value={quietTo} onChange={(e) => setTo(e.currentTarget.value)} />
      <Button className={classes.level} type="submit" loading={save.isPending}>
        Save quiet hours
      </Button>
      {save.error && (
        <div className={classes.wide}>
          <ProblemNote error={save.error} />
        </div>
      )}
    </form>
  );
}
