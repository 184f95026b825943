'use client';
import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '@/api/problem';
import type { AssetTerms } from '@/api/types';
import { assetsQuery } from '@/features/assets/api';
import { marketsQuery } from '@/features/market/api';
import { useCan } from '@/features/session/session-context';
import { FormEnd } from '@/ui/form-end';
import { money } from '@/ui/format';
import { Answered, Empty } from '@/ui/states';
import { tell } from '@/ui/tell';
import { stateTerms, termsQuery } from '../inputs-api';
import { BUYER_CLASSES, rateFault, settled, type TermsForm, termsForm, termsInput } from '../inputs-model';
import { words } from '../statement-model';
import classes from './settlement.module.css';

/** How an asset is settled from the next statement on. */
export function TermsPanel() {
  const assets = useQuery(assetsQuery);
  const markets = useQuery(marketsQuery);
  const [chosen, setChosen] = useState('');
  const mayWrite = useCan('settlement:write');
  return (
    <Answered query={assets}>
      {(all) => {
        if (!markets.data) return <Answered query={markets}>{() => null}</Answered>;
        const items = settled(all, markets.data);
        const assetId = chosen || (items[0]?.id ?? '');
        if (!assetId)
          return (
            <Empty title="There is no asset to settle">Deviations are settled in the Indian grid.</Empty>
          );
        return (
          <div className={classes.stack}>
            <Select
              label="Asset with terms"
              searchable
              allowDeselect={false}
              data={items.map((a) => ({ value: a.id, label: a.name }))}
              value={assetId}
              onChange={(id) => id && setChosen(id)}
              w={260}
            />
            <OfAsset key={assetId} assetId={assetId} mayWrite={mayWrite} />
          </div>
        );
      }}
    </Answered>
  );
}

function OfAsset({ assetId, mayWrite }: { assetId: string; mayWrite: boolean }) {
  const terms = useQuery(termsQuery(assetId));
  return (
    <Answered query={terms} rows={3}>
      {(stated) =>
        mayWrite ? <TermsEditor key={stated.version} terms={stated} /> : <Stated terms={stated} />
      }
    </Answered>
  );
}

function Stated({ terms }: { terms: AssetTerms }) {
  return (
    <dl className={classes.inputs} aria-label="Terms">
      <div>
        <dt>Settled as</dt>
        <dd>{words(terms.participant)}</dd>
      </div>
      <div>
        <dt>Contract rate per MWh</dt>
        <dd>{terms.contractRate === undefined ? 'none' : money(terms.contractRate, 'INR', 4)}</dd>
      </div>
      <div>
        <dt>State of a buyer</dt>
        <dd>{BUYER_CLASSES.find((c) => c.code === terms.buyerClass)?.name}</dd>
      </div>
    </dl>
  );
}

function TermsEditor({ terms }: { terms: AssetTerms }) {
  const client = useQueryClient();
  const [form, setForm] = useState<TermsForm>(termsForm(terms));
  const save = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: () => stateTerms({ terms, input: termsInput(form) }),
    onSuccess: (stated) => {
      tell('The terms hold from the next statement on.');
      client.setQueryData(termsQuery(terms.assetId).queryKey, stated);
    },
    // somebody was faster: what holds now is shown
    onError: (e) => {
      if (asProblem(e).status === 412)
        return client.invalidateQueries({ queryKey: termsQuery(terms.assetId).queryKey });
    },
  });
  const faults = save.error ? asProblem(save.error).faults : [];
  const fault = (field: string) => faults.find((f) => f.field === field)?.message;
  const unsound = rateFault(form.contractRate);
  return (
    <form
      className={classes.terms}
      aria-label="Terms"
      onSubmit={(e) => {
        e.preventDefault();
        if (!unsound) save.mutate();
      }}
    >
      <TextInput
        label="Contract rate, INR/MWh"
        description={`Settled as ${words(terms.participant)}; empty without a contract`}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="decimal"
        value={form.contractRate}
        error={unsound ?? fault('/contractRate')}
        onChange={(e) => setForm({ ...form, contractRate: e.currentTarget.value })}
        w={260}
      />
      <Select
        label="Class of the buyer's state"
        description={terms.participant === 'buyer' ? undefined : 'Read for buyers only'}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={BUYER_CLASSES.map((c) => ({ value: c.code, label: c.name }))}
        value={form.buyerClass}
        error={fault('/buyerClass')}
        onChange={(c) => c && setForm({ ...form, buyerClass: c as TermsForm['buyerClass'] })}
        allowDeselect={false}
        w={230}
      />
      <FormEnd label="State the terms" save={save} told={faults.length} />
    </form>
  );
}
