'use client';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '@/api/problem';
import type { AlertRule } from '@/api/types';
import { areasQuery, marketsQuery } from '@/features/market/api';
import { FormEnd } from '@/ui/form-end';
import { createRule, replaceRule, rulesQuery } from '../api';
import { formOf, hasPlace, inputOf, KINDS, NEW_RULE, type RuleForm } from '../rule-model';
import classes from './notifications.module.css';

/** A new rule, or the change of one; each fault stands at its field. */
export function AlertRuleForm({ rule, onDone }: { rule?: AlertRule; onDone: () => void }) {
  const client = useQueryClient();
  const [form, setForm] = useState<RuleForm>(rule ? formOf(rule) : NEW_RULE);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const markets = useQuery(marketsQuery).data ?? [];
  const areas = useQuery({
    ...areasQuery(form.marketCode),
    enabled: form.kind === 'price' && form.marketCode !== '',
  }).data;
  const save = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: () => (rule ? replaceRule(rule, inputOf(form)) : createRule({ input: inputOf(form), key })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: rulesQuery.queryKey });
      onDone();
    },
  });
  const faults = save.error ? asProblem(save.error).faults : [];
  const fault = (field: string) => faults.find((f) => f.field === field)?.message;
  const set = (change: Partial<RuleForm>) => {
    setForm({ ...form, ...change });
    setKey(crypto.randomUUID());
  };
  const text = (name: 'name' | 'threshold' | 'minutes' | 'dailyAt') => ({
    value: form[name],
    error: fault(`/${name}`),
    onChange: (e: { currentTarget: { value: string } }) => set({ [name]: e.currentTarget.value }),
  });
  return (
    <form
      className={classes.form}
      aria-label={rule ? `Change ${rule.name}` : 'New rule'}
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <TextInput label="Name" w={170} maxLength={80} {...text('name')} />
      <Select
        label="Tell me when"
        data={KINDS.map((k) => ({ value: k.code, label: k.name }))}
        value={form.kind}
        onChange={(k) => k && set({ kind: k as RuleForm['kind'] })}
        w={270}
      />
      {hasPlace(form.kind) && (
        <Select
          label="Market"
          data={markets.map((m) => ({ value: m.code, label: m.name }))}
          value={form.marketCode}
          error={fault('/marketCode')}
          onChange={(c) => c && set({ marketCode: c, areaCode: '' })}
          w={230}
        />
      )}
      {form.kind === 'price' && (
        <>
          <Select
            label="Area"
            searchable
            data={(areas ?? []).map((a) => a.code)}
            value={form.areaCode || null}
            error={fault('/areaCode')}
            onChange={(c) => set({ areaCode: c ?? '' })}
            w={110}
          />
          <Select
            label="Is"
            data={['above', 'below']}
            value={form.comparison}
            onChange={(c) => c && set({ comparison: c as RuleForm['comparison'] })}
            w={95}
          />
          <TextInput label="Price, per MWh" inputMode="decimal" w={110} {...text('threshold')} />
        </>
      )}
      {form.kind === 'limit_used' && (
        <TextInput label="Used, %" placeholder="80" inputMode="decimal" w={90} {...text('threshold')} />
      )}
      {form.kind === 'gate_closing' && (
        <TextInput label="Minutes before" inputMode="numeric" w={110} {...text('minutes')} />
      )}
      <div className={classes.wide} />
      <Checkbox
        className={classes.level}
        label="In the application"
        checked={form.inApp}
        onChange={(e) => set({ inApp: e.currentTarget.checked })}
      />
      <Checkbox
        className={classes.level}
        label="By e-mail"
        checked={form.email}
        error={fault('/channels')}
        onChange={(e) => set({ email: e.currentTarget.checked })}
      />
      <Select
        label="E-mail goes out"
        data={[
          { value: 'immediately', label: 'At once' },
          { value: 'hourly', label: 'Once an hour' },
          { value: 'daily', label: 'Once a day' },
        ]}
        value={form.digest}
        onChange={(d) => d && set({ digest: d as RuleForm['digest'] })}
        w={130}
      />
      {form.digest === 'daily' && <TextInput label="At" type="time" w={100} {...text('dailyAt')} />}
      <Checkbox
        className={classes.level}
        label="Critical: not held back by quiet hours"
        checked={form.critical}
        onChange={(e) => set({ critical: e.currentTarget.checked })}
      />
      <Checkbox
        className={classes.level}
        label="On"
        checked={form.enabled}
        onChange={(e) => set({ enabled: e.currentTarget.checked })}
      />
      <FormEnd label="Save rule" save={save} told={faults.length} onLeave={onDone} />
    </form>
  );
}
