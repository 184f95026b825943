'use client';
import { Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { asProblem } from '@/api/problem';
import type { Asset, Contract } from '@/api/types';
import type { SeenExchange } from '@/features/exchange/api';
import { useChosenExchange } from '@/features/exchange/chosen-exchange';
import { FormEnd } from '@/ui/form-end';
import { contractsQuery, createContract, replaceContract } from '../api';
import { contractForm, contractInput, type ContractForm as Form } from '../registration-model';
import classes from './book.module.css';

const POINTERS: Partial<Record<keyof Form, string[]>> = {
  shape: ['/profile/shape', '/profile', '/profile/blocks'],
  megawatts: ['/profile/megawatts', '/profile'],
  from: ['/profile/from'],
  to: ['/profile/to'],
};

/** A new contract, or the next version of one. */
export function ContractForm({
  contract,
  assets,
  exchanges,
  onDone,
}: {
  contract?: Contract;
  assets: Asset[];
  exchanges: readonly SeenExchange[];
  onDone: () => void;
}) {
  const client = useQueryClient();
  const keys = useRef(new IntentKeys());
  const exchange = useChosenExchange();
  const [form, setForm] = useState<Form>(contractForm(exchange?.id ?? '', contract));
  const save = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: () => {
      const input = contractInput(form, contract);
      return contract
        ? replaceContract(contract, input)
        : createContract({ input, key: keys.current.keyFor(input) });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: contractsQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['exchange'] });
      onDone();
    },
  });
  const faults = save.error ? asProblem(save.error).faults : [];
  const fault = (name: keyof Form) =>
    faults.find((f) => (POINTERS[name] ?? [`/${name}`]).includes(f.field))?.message;
  const field = (name: keyof Form) => ({
    value: form[name],
    error: fault(name),
    onChange: (e: { currentTarget: { value: string } }) =>
      setForm({ ...form, [name]: e.currentTarget.value }),
  });
  return (
    <form
      className={classes.form}
      aria-label={contract ? `Change ${contract.reference}` : 'New contract'}
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <Select
        label="Kind"
        data={[
          { value: 'long_term', label: 'Long-term (PPA)' },
          { value: 'bilateral', label: 'Bilateral' },
        ]}
        value={form.kind}
        onChange={(k) => k && setForm({ ...form, kind: k as Form['kind'] })}
        w={150}
      />
      <TextInput label="Reference" w={140} {...field('reference')} />
      <TextInput label="Other party" w={160} {...field('party')} />
      <Select
        label="Of asset"
        searchable
        data={assets.map((a) => ({ value: a.id, label: a.name }))}
        value={form.assetId || null}
        error={fault('assetId')}
        onChange={(id) => setForm({ ...form, assetId: id ?? '' })}
        w={210}
      />
      <Select
        label="Counts in"
        data={[
          ...exchanges.map((e) => ({ value: e.id, label: e.name })),
          { value: '', label: 'Real markets' },
        ]}
        value={form.exchangeId}
        error={fault('exchangeId')}
        onChange={(id) => setForm({ ...form, exchangeId: id ?? '' })}
        w={170}
      />
      <Select
        label="Side"
        data={['sell', 'buy']}
        value={form.side}
        onChange={(s) => s && setForm({ ...form, side: s as Form['side'] })}
        w={90}
      />
      <TextInput label="First day" type="date" w={140} {...field('validFrom')} />
      <TextInput label="Last day" type="date" w={140} {...field('validTo')} />
      <Select
        label="Profile"
        data={[
          { value: 'flat', label: 'Flat' },
          { value: 'peak', label: 'Peak hours' },
          ...(contract?.profile.shape === 'blocks' ? [{ value: 'blocks', label: 'By block' }] : []),
        ]}
        value={form.shape}
        error={form.shape === 'blocks' ? fault('shape') : undefined}
        onChange={(s) => s && setForm({ ...form, shape: s as Form['shape'] })}
        w={120}
      />
      {form.shape !== 'blocks' && (
        <TextInput label="Power, MW" inputMode="decimal" w={100} {...field('megawatts')} />
      )}
      {form.shape === 'peak' && (
        <>
          <TextInput label="Peak from" w={90} {...field('from')} />
          <TextInput label="Peak to" w={90} {...field('to')} />
        </>
      )}
      <TextInput label="Price per MWh" inputMode="decimal" w={110} {...field('price')} />
      <TextInput label="Currency" w={80} {...field('currency')} />
      <FormEnd label="Save contract" save={save} told={faults.length} onLeave={onDone} />
    </form>
  );
}
