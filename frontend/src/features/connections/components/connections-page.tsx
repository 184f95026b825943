'use client';
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExchangeConnection } from '@/api/types';
import { useMe } from '@/features/session/session-context';
import { Page, Panel } from '@/ui/panel';
import { RowActions } from '@/ui/row-actions';
import { Answered, Badge, Empty } from '@/ui/states';
import { tell, tellProblem } from '@/ui/tell';
import { connectionsQuery, deleteConnection, testConnection } from '../api';
import { condition, KINDS } from '../connection-model';
import { ConnectionForm } from './connection-form';
import { FaultPanel } from './fault-panel';

/** The organisation's ways to real exchanges, and how they are. */
export function ConnectionsPage() {
  const connections = useQuery(connectionsQuery);
  const mayWrite = useMe().permissions.includes('connections:write');
  const [edited, setEdited] = useState<ExchangeConnection | 'new' | null>(null);
  return (
    <Page
      title="Connections"
      hint="How bids in real markets reach their exchange; one connection per market operator."
    >
      <Panel
        title="Exchanges"
        testId="connections"
        meta={connections.data ? `${connections.data.length}` : undefined}
        actions={mayWrite && <Button onClick={() => setEdited('new')}>New connection</Button>}
      >
        {edited && (
          <ConnectionForm
            key={edited === 'new' ? 'new' : edited.id}
            connection={edited === 'new' ? undefined : edited}
            onDone={() => setEdited(null)}
          />
        )}
        <Answered query={connections}>
          {(all) =>
            all.length === 0 ? (
              <Empty title="No connection yet">
                Bids in simulated and imported auctions need none; bids in real markets are refused without
                one.
              </Empty>
            ) : (
              <table className="dense roomy">
                <thead>
                  <tr>
                    <th scope="col">Exchange</th>
                    <th scope="col">Way</th>
                    <th scope="col">Member</th>
                    <th scope="col">Leads to</th>
                    <th scope="col">State</th>
                    <th scope="col" className="n">
                      Waiting
                    </th>
                    <th scope="col" className="n">
                      In doubt
                    </th>
                    <th scope="col">
                      <span className="sr">Actions</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((connection) => (
                    <Row
                      key={connection.id}
                      connection={connection}
                      mayWrite={mayWrite}
                      onEdit={() => setEdited(connection)}
                    />
                  ))}
                </tbody>
              </table>
            )
          }
        </Answered>
      </Panel>
      {connections.data
        ?.filter((connection) => connection.kind !== 'simulated')
        .map((connection) => (
          <FaultPanel key={connection.id} connection={connection} />
        ))}
    </Page>
  );
}

function Row({
  connection,
  mayWrite,
  onEdit,
}: {
  connection: ExchangeConnection;
  mayWrite: boolean;
  onEdit: () => void;
}) {
  const client = useQueryClient();
  const refresh = () => void client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
  const probe = useMutation({
    mutationFn: testConnection,
    onSuccess: (test) => tell(test.message),
    onError: tellProblem,
    onSettled: refresh,
  });
  const remove = useMutation({ mutationFn: deleteConnection, onError: tellProblem, onSettled: refresh });
  const { word, tone } = condition(connection);
  return (
    <tr>
      <th scope="row">{connection.operatorCode.toUpperCase()}</th>
      <td>{KINDS.find((k) => k.code === connection.kind)?.name}</td>
      <td>{connection.memberId ?? '–'}</td>
      <td className="dim">{connection.url ?? connection.folder ?? 'nowhere'}</td>
      <td>
        <Badge tone={tone}>{word}</Badge>
        {connection.state.error && <div className="dim">{connection.state.error}</div>}
      </td>
      <td className="n">{connection.state.waiting}</td>
      <td className="n">{connection.state.inDoubt}</td>
      <td>
        {mayWrite && (
          <Group gap={6} wrap="nowrap">
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Test ${connection.operatorCode}`}
              loading={probe.isPending}
              onClick={() => probe.mutate(connection.id)}
            >
              Test
            </Button>
            <RowActions
              name={connection.operatorCode}
              onChange={onEdit}
              onRemove={() => remove.mutate(connection)}
            />
          </Group>
        )}
      </td>
    </tr>
  );
}
