'use client';
import { Checkbox, PasswordInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '@/api/problem';
import type { ExchangeConnection } from '@/api/types';
import { FormEnd } from '@/ui/form-end';
import { connectionsQuery, createConnection, operatorsQuery, replaceConnection } from '../api';
import { type ConnectionForm as Form, formOf, inputOf, KINDS, NEW_CONNECTION } from '../connection-model';
import classes from './connections.module.css';

/** A new connection, or the change of one; each fault stands at its field. */
export function ConnectionForm({
  connection,
  onDone,
}: {
  connection?: ExchangeConnection;
  onDone: () => void;
}) {
  const client = useQueryClient();
  const [form, setForm] = useState<Form>(connection ? formOf(connection) : NEW_CONNECTION);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const operators = useQuery(operatorsQuery).data ?? [];
  const save = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: () =>
      connection
        ? replaceConnection(connection, inputOf(form))
        : createConnection({ input: inputOf(form), key }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
      onDone();
    },
  });
  const faults = save.error ? asProblem(save.error).faults : [];
  const fault = (field: string) => faults.find((f) => f.field === field)?.message;
  const set = (change: Partial<Form>) => {
    setForm({ ...form, ...change });
    setKey(crypto.randomUUID());
  };
  const text = (name: 'memberId' | 'folder' | 'url' | 'secret' | 'timeoutMillis' | 'attempts') => ({
    value: form[name],
    error: fault(`/${name}`),
    onChange: (e: { currentTarget: { value: string } }) => set({ [name]: e.currentTarget.value }),
  });
  return (
    <form
      className={classes.form}
      aria-label={connection ? `Change ${connection.operatorCode}` : 'New connection'}
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <Select
        label="Exchange"
        data={operators.filter((o) => o.code !== 'sim').map((o) => ({ value: o.code, label: o.name }))}
        value={form.operatorCode}
        error={fault('/operatorCode')}
        disabled={connection !== undefined}
        onChange={(code) => code && set({ operatorCode: code })}
        w={230}
      />
      <Select
        label="Way"
        data={KINDS.map((k) => ({ value: k.code, label: k.name }))}
        value={form.kind}
        onChange={(kind) => kind && set({ kind: kind as Form['kind'] })}
        w={170}
      />
      {form.kind !== 'simulated' && <TextInput label="Member id" w={120} {...text('memberId')} />}
      {form.kind === 'file_drop' && <TextInput label="Folder" w={140} {...text('folder')} />}
      {form.kind === 'http' && (
        <>
          <TextInput label="Address" w={280} placeholder="https://" {...text('url')} />
          <PasswordInput
            label="Signing secret"
            w={190}
            autoComplete="off"
            placeholder={connection?.secretSet ? 'stays as it is' : ''}
            {...text('secret')}
          />
        </>
      )}
      <TextInput label="Time-out, ms" w={100} inputMode="numeric" {...text('timeoutMillis')} />
      <TextInput label="Attempts" w={80} inputMode="numeric" {...text('attempts')} />
      <Checkbox
        className={classes.level}
        label="On"
        checked={form.enabled}
        onChange={(e) => set({ enabled: e.currentTarget.checked })}
      />
      <FormEnd label="Save connection" save={save} told={faults.length} onLeave={onDone} />
    </form>
  );
}
