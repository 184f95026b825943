'use client';
import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { asProblem } from '@/api/problem';
import type { Asset, Registration } from '@/api/types';
import { operatorsQuery } from '@/features/market/api';
import { FormEnd } from '@/ui/form-end';
import { createRegistration, replaceRegistration } from '../api';
import {
  hasOperator,
  KIND_NAMES,
  type RecordForm,
  type RecordKind,
  recordForm,
  recordInput,
} from '../registration-model';
import classes from './book.module.css';

/** A new record, or the next version of one; each fault stands at its field. */
export function RegistrationForm({
  record,
  assets,
  onDone,
}: {
  record?: Registration;
  assets: Asset[];
  onDone: () => void;
}) {
  const client = useQueryClient();
  const keys = useRef(new IntentKeys());
  const operators = useQuery(operatorsQuery).data ?? [];
  const [form, setForm] = useState<RecordForm>(recordForm(record));
  const save = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: () => {
      const input = recordInput(form);
      return record
        ? replaceRegistration(record, input)
        : createRegistration({ input, key: keys.current.keyFor(input) });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['registrations'] });
      onDone();
    },
  });
  const faults = save.error ? asProblem(save.error).faults : [];
  const field = (name: keyof RecordForm) => ({
    value: form[name],
    error: faults.find((f) => f.field === `/${name}`)?.message,
    onChange: (e: { currentTarget: { value: string } }) =>
      setForm({ ...form, [name]: e.currentTarget.value }),
  });
  const choice = (name: 'operatorCode' | 'assetId') => ({
    value: form[name] || null,
    error: faults.find((f) => f.field === `/${name}`)?.message,
    onChange: (value: string | null) => setForm({ ...form, [name]: value ?? '' }),
  });
  return (
    <form
      className={classes.form}
      aria-label={record ? 'Change a record' : 'New record'}
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <Select
        label="Record"
        data={Object.entries(KIND_NAMES).map(([value, label]) => ({ value, label }))}
        value={form.kind}
        disabled={record !== undefined}
        onChange={(k) => k && setForm({ ...form, kind: k as RecordKind })}
        w={200}
      />
      {hasOperator(form.kind) ? (
        <Select
          label="Operator"
          searchable
          data={operators.map((o) => ({ value: o.code, label: o.name }))}
          {...choice('operatorCode')}
          w={210}
        />
      ) : (
        <Select
          label={form.kind === 'network_access' ? 'Asset (none: the organisation)' : 'Of asset'}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'No asset' }}
          data={assets.map((a) => ({ value: a.id, label: a.name }))}
          {...choice('assetId')}
          w={210}
        />
      )}
      {form.kind === 'client_code' && (
        <>
          <TextInput label="Client code" w={120} {...field('clientCode')} />
          <TextInput label="Portfolio code" w={120} {...field('portfolioCode')} />
        </>
      )}
      {!hasOperator(form.kind) && (
        <TextInput label="Quantum, MW" inputMode="decimal" w={110} {...field('quantumMw')} />
      )}
      {form.kind === 'margin' && (
        <>
          <TextInput label="Amount" inputMode="decimal" w={120} {...field('amount')} />
          <TextInput label="Currency" w={80} {...field('currency')} />
          <TextInput label="Stated at (IST)" type="datetime-local" w={190} {...field('asOf')} />
        </>
      )}
      <TextInput label="First day" type="date" w={140} {...field('validFrom')} />
      <TextInput label="Last day" type="date" w={140} {...field('validTo')} />
      <TextInput label="Paper number" w={140} {...field('reference')} />
      <FormEnd label="Save record" save={save} told={faults.length} onLeave={onDone} />
    </form>
  );
}
