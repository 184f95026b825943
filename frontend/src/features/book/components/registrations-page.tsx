'use client';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Asset, Contract, Registration } from '@/api/types';
import { assetsQuery } from '@/features/assets/api';
import { useExchanges } from '@/features/exchange/api';
import { useCan } from '@/features/session/session-context';
import { figure, money } from '@/ui/format';
import { Page, Panel, Scroll } from '@/ui/panel';
import { RowActions } from '@/ui/row-actions';
import { Answered, Badge, Empty, ProblemNote } from '@/ui/states';
import { moment } from '@/ui/time';
import {
  contractsQuery,
  expiringQuery,
  NOTICE_DAYS,
  registrationsQuery,
  removeContract,
  removeRegistration,
} from '../api';
import { KIND_NAMES, profileWords } from '../registration-model';
import classes from './book.module.css';
import { ContractForm } from './contract-form';
import { ProfileUpload } from './profile-upload';
import { RegistrationForm } from './registration-form';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What bids need on record at real operators, and what is contracted outside the exchanges. */
export function RegistrationsPage() {
  const assets = useQuery({ ...assetsQuery, enabled: useCan('assets:read') }).data ?? [];
  return (
    <Page
      title="Registrations and contracts"
      hint="Every change is kept as a version; real operators count a bid only with what stands here."
    >
      <Expiring />
      <RegistrationPanel assets={assets} />
      <ContractPanel assets={assets} />
    </Page>
  );
}

function Expiring() {
  const expiring = useQuery(expiringQuery).data ?? [];
  if (expiring.length === 0) return null;
  return (
    <Panel title={`Ends within ${NOTICE_DAYS} days`} bare testId="expiring">
      <ul className={classes.warnings}>
        {expiring.map((r) => (
          <li key={r.id}>
            <Badge tone="warn">until {r.validTo}</Badge> {KIND_NAMES[r.kind]}
            {r.operatorCode ? ` at ${r.operatorCode}` : ''} {r.reference}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const assetName = (assets: readonly Asset[], id: string | null | undefined): string =>
  id ? (assets.find((a) => a.id === id)?.name ?? id) : 'the organisation';

/** Where a contract counts. */
const worldName = (
  exchanges: readonly { id: string; name: string }[],
  id: string | null | undefined,
): string => (id ? (exchanges.find((e) => e.id === id)?.name ?? 'a sandbox that has ended') : 'real markets');

function RegistrationPanel({ assets }: { assets: Asset[] }) {
  const client = useQueryClient();
  const records = useQuery(registrationsQuery);
  const mayWrite = useCan('book:write');
  const [edited, setEdited] = useState<Registration | 'new' | null>(null);
  const remove = useMutation({
    mutationFn: removeRegistration,
    onSuccess: () => client.invalidateQueries({ queryKey: ['registrations'] }),
  });
  return (
    <Panel
      title="Registrations"
      bare
      testId="registrations"
      actions={
        mayWrite && (
          <Button size="compact-xs" onClick={() => setEdited('new')}>
            Add a record
          </Button>
        )
      }
    >
      {edited && (
        <RegistrationForm
          key={edited === 'new' ? 'new' : edited.id}
          record={edited === 'new' ? undefined : edited}
          assets={assets}
          onDone={() => setEdited(null)}
        />
      )}
      {remove.error && <ProblemNote error={remove.error} />}
      <Answered query={records}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="Nothing on record">
              A real operator counts a bid only with a client code, a standing clearance, network access and,
              for purchases, a margin.
            </Empty>
          ) : (
            <Scroll label="Registrations">
              <table className="dense" aria-label="Registrations">
                <thead>
                  <tr>
                    <th scope="col">Record</th>
                    <th scope="col">Of</th>
                    <th scope="col">Says</th>
                    <th scope="col">From</th>
                    <th scope="col">To</th>
                    <th scope="col">Reference</th>
                    <th scope="col" className="n">
                      Version
                    </th>
                    <th scope="col">
                      <span className="dim">Change</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((r) => (
                    <tr key={r.id}>
                      <th scope="row">{KIND_NAMES[r.kind]}</th>
                      <td>{r.operatorCode ?? assetName(assets, r.assetId)}</td>
                      <td>{saidBy(r)}</td>
                      <td>{r.validFrom}</td>
                      <td>{r.validTo ?? 'open'}</td>
                      <td>{r.reference}</td>
                      <td className="n">{r.version}</td>
                      <td>
                        {mayWrite && (
                          <RowActions
                            name={`${KIND_NAMES[r.kind]} ${r.reference}`}
                            onChange={() => setEdited(r)}
                            onRemove={() => remove.mutate(r)}
                            removal="Remove"
                          />
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )
        }
      </Answered>
    </Panel>
  );
}

function saidBy(r: Registration): string {
  switch (r.kind) {
    case 'client_code':
      return `client ${r.clientCode}, portfolio ${r.portfolioCode}`;
    case 'margin':
      return `${money(r.amount, r.currency ?? '')} as of ${r.asOf ? moment(r.asOf, HERE) : '–'}`;
    default:
      return `${figure(r.quantumMw, 3)} MW`;
  }
}

function ContractPanel({ assets }: { assets: Asset[] }) {
  const client = useQueryClient();
  const contracts = useQuery(contractsQuery);
  const known = useExchanges();
  const exchanges = known.data ?? [];
  const mayWrite = useCan('book:write');
  const [edited, setEdited] = useState<Contract | 'new' | null>(null);
  const remove = useMutation({
    mutationFn: removeContract,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: contractsQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['exchange'] });
    },
  });
  return (
    <Panel
      title="Contracts"
      bare
      testId="contracts"
      actions={
        mayWrite && (
          <Button size="compact-xs" onClick={() => setEdited('new')}>
            Add a contract
          </Button>
        )
      }
    >
      {edited && (
        // a contract begun without them would be one of the real markets
        <Answered query={known} rows={6}>
          {(all) => (
            <ContractForm
              key={edited === 'new' ? 'new' : edited.id}
              contract={edited === 'new' ? undefined : edited}
              assets={assets}
              exchanges={all}
              onDone={() => setEdited(null)}
            />
          )}
        </Answered>
      )}
      {remove.error && <ProblemNote error={remove.error} />}
      <Answered query={contracts}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="No contract">
              What an asset sells or buys outside the exchanges takes its share of what it can offer.
            </Empty>
          ) : (
            <Scroll label="Contracts">
              <table className="dense" aria-label="Contracts">
                <thead>
                  <tr>
                    <th scope="col">Reference</th>
                    <th scope="col">Party</th>
                    <th scope="col">Asset</th>
                    <th scope="col">Counts in</th>
                    <th scope="col">Side</th>
                    <th scope="col">Profile</th>
                    <th scope="col">From</th>
                    <th scope="col">To</th>
                    <th scope="col" className="n">
                      Price per MWh
                    </th>
                    <th scope="col">
                      <span className="dim">Change</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((c) => (
                    <tr key={c.id}>
                      <th scope="row">{c.reference}</th>
                      <td>{c.party}</td>
                      <td>{assetName(assets, c.assetId)}</td>
                      <td>{worldName(exchanges, c.exchangeId)}</td>
                      <td>{c.side}</td>
                      <td>{profileWords(c)}</td>
                      <td>{c.validFrom}</td>
                      <td>{c.validTo}</td>
                      <td className="n">{money(c.price, c.currency)}</td>
                      <td>
                        {mayWrite && (
                          <span className={classes.actions}>
                            <ProfileUpload contract={c} />
                            <RowActions
                              name={c.reference}
                              onChange={() => setEdited(c)}
                              onRemove={() => remove.mutate(c)}
                              removal="Remove"
                            />
                          </span>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )
        }
      </Answered>
    </Panel>
  );
}
