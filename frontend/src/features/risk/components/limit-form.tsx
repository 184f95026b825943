'use client';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { asProblem } from '@/api/problem';
import type { RiskLimit } from '@/api/types';
import { assetsQuery } from '@/features/assets/api';
import { peopleQuery } from '@/features/audit/api';
import { marketsQuery } from '@/features/market/api';
import { useCan } from '@/features/session/session-context';
import { FormEnd } from '@/ui/form-end';
import { createLimit, limitsQuery, replaceLimit } from '../api';
import { formOf, hasCurrency, inputOf, KINDS, type LimitForm, NEW_LIMIT, SUBJECTS } from '../limit-model';
import classes from './risk.module.css';

/** A new limit, or the change of one; each fault stands at its field. */
export function LimitEditor({ limit, onDone }: { limit?: RiskLimit; onDone: () => void }) {
  const client = useQueryClient();
  const [form, setForm] = useState<LimitForm>(limit ? formOf(limit) : NEW_LIMIT);
  const keys = useRef(new IntentKeys());
  const people = useQuery({ ...peopleQuery, enabled: useCan('users:read') }).data ?? [];
  const assets = useQuery(assetsQuery).data ?? [];
  const markets = useQuery(marketsQuery).data ?? [];
  const save = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: () => {
      const input = inputOf(form);
      return limit ? replaceLimit(limit, input) : createLimit({ input, key: keys.current.keyFor(input) });
    },
    onSuccess: async () => {
      keys.current.settled();
      await client.invalidateQueries({ queryKey: limitsQuery.queryKey });
      onDone();
    },
  });
  const faults = save.error ? asProblem(save.error).faults : [];
  const fault = (field: string) => faults.find((f) => f.field === field)?.message;
  const set = (change: Partial<LimitForm>) => setForm({ ...form, ...change });
  const text = (
    name: 'name' | 'amount' | 'currency' | 'lowestPrice' | 'highestPrice' | 'validFrom' | 'validTo',
  ) => ({
    value: form[name],
    error: fault(`/${name}`),
    onChange: (e: { currentTarget: { value: string } }) => set({ [name]: e.currentTarget.value }),
  });
  const unit = form.kind === 'volume' ? 'MWh' : form.kind === 'net_position' ? 'MW' : form.currency;
  return (
    <form
      className={classes.form}
      aria-label={limit ? `Change ${limit.name}` : 'New limit'}
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <TextInput label="Name" w={170} maxLength={80} {...text('name')} />
      <Select
        label="Measures"
        description={KINDS.find((k) => k.code === form.kind)?.hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={KINDS.map((k) => ({ value: k.code, label: k.name }))}
        value={form.kind}
        onChange={(k) => k && set({ kind: k as LimitForm['kind'] })}
        allowDeselect={false}
        w={190}
      />
      <Select
        label="Of"
        data={SUBJECTS.map((s) => ({ value: s.code, label: s.name }))}
        value={form.subject}
        onChange={(s) => s && set({ subject: s as LimitForm['subject'] })}
        allowDeselect={false}
        w={165}
      />
      {form.subject === 'trader' && (
        <Select
          label="Trader"
          searchable
          data={people.map((p) => ({ value: p.id, label: p.displayName }))}
          value={form.traderId || null}
          error={fault('/traderId')}
          onChange={(id) => set({ traderId: id ?? '' })}
          w={190}
        />
      )}
      {form.subject === 'asset' && (
        <Select
          label="Asset"
          searchable
          data={assets.map((a) => ({ value: a.id, label: a.name }))}
          value={form.assetId || null}
          error={fault('/assetId')}
          onChange={(id) => set({ assetId: id ?? '' })}
          w={190}
        />
      )}
      {form.subject === 'market' && (
        <Select
          label="Market"
          searchable
          data={markets.map((m) => ({ value: m.code, label: m.name }))}
          value={form.marketCode || null}
          error={fault('/marketCode')}
          onChange={(code) => set({ marketCode: code ?? '' })}
          w={230}
        />
      )}
      {form.kind === 'price_collar' ? (
        <>
          <TextInput label="Lowest price" inputMode="decimal" w={110} {...text('lowestPrice')} />
          <TextInput label="Highest price" inputMode="decimal" w={110} {...text('highestPrice')} />
        </>
      ) : (
        <TextInput label={`Limit, ${unit}`} inputMode="decimal" w={120} {...text('amount')} />
      )}
      {hasCurrency(form.kind) && <TextInput label="Currency" w={80} maxLength={3} {...text('currency')} />}
      <TextInput label="First delivery day" type="date" w={140} {...text('validFrom')} />
      <TextInput label="Last delivery day" type="date" w={140} {...text('validTo')} />
      <Checkbox
        className={classes.level}
        label="On"
        checked={form.enabled}
        onChange={(e) => set({ enabled: e.currentTarget.checked })}
      />
      <FormEnd label="Save limit" save={save} told={faults.length} onLeave={onDone} />
    </form>
  );
}
