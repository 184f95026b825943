'use client';
import { TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '@/api/problem';
import type { ApprovalPolicy } from '@/api/types';
import { useCan } from '@/features/session/session-context';
import { FormEnd } from '@/ui/form-end';
import { figure, money } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { Answered } from '@/ui/states';
import { tell } from '@/ui/tell';
import { policyQuery, putPolicy } from '../api';
import classes from './risk.module.css';

/** Above what size of a bid somebody else must approve it. */
export function PolicyPanel() {
  const policy = useQuery(policyQuery);
  const mayWrite = useCan('limits:write');
  return (
    <Panel title="Four eyes" testId="approval-policy">
      <Answered query={policy} rows={2}>
        {(p) => (
          <>
            <p className={classes.note}>{sentence(p)}</p>
            {mayWrite && <PolicyForm key={p.version} policy={p} />}
          </>
        )}
      </Answered>
    </Panel>
  );
}

function sentence(policy: ApprovalPolicy): string {
  const sizes = [
    ...(policy.volumeMwh === null || policy.volumeMwh === undefined
      ? []
      : [`${figure(policy.volumeMwh, 3)} MWh`]),
    ...(policy.value === null || policy.value === undefined
      ? []
      : [money(policy.value, policy.currency ?? '')]),
  ];
  return sizes.length === 0
    ? 'Whoever may submit a bid submits it; nobody else has to approve.'
    : `A bid above ${sizes.join(' or ')} must be approved by somebody who did not write it.`;
}

function PolicyForm({ policy }: { policy: ApprovalPolicy }) {
  const client = useQueryClient();
  const typed = (n: number | null | undefined) => (n === null || n === undefined ? '' : String(n));
  const [form, setForm] = useState({
    value: typed(policy.value),
    currency: policy.currency ?? 'INR',
    volumeMwh: typed(policy.volumeMwh),
  });
  const save = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: () =>
      putPolicy({
        seen: policy,
        input: {
          ...(form.value.trim() === '' ? {} : { value: Number(form.value), currency: form.currency }),
          ...(form.volumeMwh.trim() === '' ? {} : { volumeMwh: Number(form.volumeMwh) }),
        },
      }),
    onSuccess: (kept) => {
      client.setQueryData(policyQuery.queryKey, kept);
      tell('Policy saved');
    },
  });
  const faults = save.error ? asProblem(save.error).faults : [];
  const text = (name: 'value' | 'currency' | 'volumeMwh') => ({
    value: form[name],
    error: faults.find((f) => f.field === `/${name}`)?.message,
    onChange: (e: { currentTarget: { value: string } }) =>
      setForm({ ...form, [name]: e.currentTarget.value }),
  });
  return (
    <form
      className={classes.form}
      aria-label="Approval policy"
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <TextInput
        label="Volume of a bid, MWh"
        placeholder="not asked"
        inputMode="decimal"
        w={170}
        {...text('volumeMwh')}
      />
      <TextInput
        label="Value of a bid"
        placeholder="not asked"
        inputMode="decimal"
        w={130}
        {...text('value')}
      />
      <TextInput label="Currency of the value" w={160} maxLength={3} {...text('currency')} />
      <FormEnd label="Save policy" save={save} told={faults.length} />
    </form>
  );
}
