'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Asset } from '@/api/types';
import { useCan } from '@/features/session/session-context';
import { typed } from '@/ui/format';
import { Page, Panel } from '@/ui/panel';
import { Answered, Badge } from '@/ui/states';
import { assetQuery } from '../api';
import { draftOf, LIMIT_FIELDS } from '../limits-model';
import { AssetForm } from './asset-form';
import classes from './assets.module.css';
import { DeviationPanel } from './deviation-panel';

/** One asset: what it can do, and how its days went. */
export function AssetView({ id }: { id: string }) {
  const asset = useQuery(assetQuery(id));
  return <Answered query={asset}>{(a) => <Shown asset={a} />}</Answered>;
}

function Shown({ asset }: { asset: Asset }) {
  const mayWrite = useCan('assets:write');
  const mayMeter = useCan('meters:read');
  const [changing, setChanging] = useState(false);
  return (
    <Page
      title={asset.name}
      hint={`${asset.type} in ${asset.areaCode}, ${asset.marketCode}`}
      actions={
        mayWrite && (
          <Button variant="default" onClick={() => setChanging(true)}>
            Change
          </Button>
        )
      }
    >
      <div className={classes.view}>
        {mayMeter && <DeviationPanel asset={asset} />}
        <Limits asset={asset} />
      </div>
      {changing && <AssetForm asset={asset} onClose={() => setChanging(false)} />}
    </Page>
  );
}

function Limits({ asset }: { asset: Asset }) {
  const limits = draftOf(asset.limits);
  const show = (value: number | string | undefined) =>
    typeof value === 'number' ? typed(value) : value === undefined ? '–' : value.replaceAll('_', ' ');
  return (
    <Panel
      title="Technical limits"
      meta={<Badge>{asset.limitsStated ? 'stated' : 'default'}</Badge>}
      testId="asset-limits"
    >
      <dl className={classes.facts}>
        <dt>Largest injection, MW</dt>
        <dd>{typed(asset.maxInjectionMw)}</dd>
        <dt>Largest withdrawal, MW</dt>
        <dd>{typed(asset.maxWithdrawalMw)}</dd>
        {asset.type === 'hydro' && (
          <>
            <dt>Scheme</dt>
            <dd>{show(limits.scheme)}</dd>
          </>
        )}
        {LIMIT_FIELDS[asset.type].map((field) => (
          <Fact key={field.key} name={`${field.label}, ${field.unit}`} value={show(limits[field.key])} />
        ))}
      </dl>
    </Panel>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
