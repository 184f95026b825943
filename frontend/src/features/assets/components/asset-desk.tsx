'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import type { Asset } from '@/api/types';
import { useCan } from '@/features/session/session-context';
import { figure } from '@/ui/format';
import { Icon } from '@/ui/icons';
import { Page, Panel } from '@/ui/panel';
import { Answered, Badge, Empty } from '@/ui/states';
import { assetsQuery } from '../api';
import { AssetForm } from './asset-form';

export function AssetDesk() {
  const assets = useQuery(assetsQuery);
  const mayWrite = useCan('assets:write');
  const [open, setOpen] = useState<Asset | 'new' | null>(null);
  const add = (
    <Button leftSection={<Icon name="plus" />} onClick={() => setOpen('new')}>
      New asset
    </Button>
  );
  return (
    <Page
      title="Assets"
      hint="Plants, storage and loads a bid can be made for. A bid can never offer more than its asset can do."
      actions={mayWrite && add}
    >
      <Panel title="Assets" meta={assets.data ? `${assets.data.length}` : undefined}>
        <Answered query={assets}>
          {(items) =>
            items.length === 0 ? (
              <Empty title="No assets yet" action={mayWrite && add}>
                Add the first plant, battery or load to be able to bid for it.
              </Empty>
            ) : (
              <AssetTable items={items} onOpen={mayWrite ? setOpen : undefined} />
            )
          }
        </Answered>
      </Panel>
      {open && (
        <AssetForm
          key={open === 'new' ? 'new' : open.id}
          asset={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

function AssetTable({ items, onOpen }: { items: Asset[]; onOpen?: (asset: Asset) => void }) {
  return (
    <table className="dense roomy">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Type</th>
          <th scope="col">Market</th>
          <th scope="col">Area</th>
          <th scope="col" className="n">
            Injection, MW
          </th>
          <th scope="col" className="n">
            Withdrawal, MW
          </th>
          <th scope="col">Limits</th>
          {onOpen && (
            <th scope="col">
              <span className="sr">Change</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((a) => (
          <tr key={a.id}>
            <th scope="row">
              <Link href={`/assets/${a.id}`}>{a.name}</Link>
            </th>
            <td>
              <Badge>{a.type}</Badge>
            </td>
            <td className="dim">{a.marketCode}</td>
            <td>{a.areaCode}</td>
            <td className="n">{figure(a.maxInjectionMw, 1)}</td>
            <td className="n">{figure(a.maxWithdrawalMw, 1)}</td>
            <td className="dim">{a.limitsStated ? 'stated' : 'default'}</td>
            {onOpen && (
              <td className="n">
                <Button
                  variant="subtle"
                  size="compact-xs"
                  onClick={() => onOpen(a)}
                  aria-label={`Change ${a.name}`}
                >
                  Change
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
