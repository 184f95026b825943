'use client';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AlertRule } from '@/api/types';
import { Panel } from '@/ui/panel';
import { RowActions } from '@/ui/row-actions';
import { Answered, Badge, Empty } from '@/ui/states';
import { deleteRule, rulesQuery } from '../api';
import { sentence, way } from '../rule-model';
import { AlertRuleForm } from './rule-form';

/** What one wants to hear of. */
export function RulePanel() {
  const client = useQueryClient();
  const rules = useQuery(rulesQuery);
  const [edited, setEdited] = useState<AlertRule | 'new' | null>(null);
  const remove = useMutation({
    mutationFn: deleteRule,
    onSuccess: () => client.invalidateQueries({ queryKey: rulesQuery.queryKey }),
  });
  return (
    <Panel
      title="Rules"
      testId="alert-rules"
      meta={rules.data ? `${rules.data.length}` : undefined}
      actions={<Button onClick={() => setEdited('new')}>New rule</Button>}
    >
      {edited && (
        <AlertRuleForm
          key={edited === 'new' ? 'new' : edited.id}
          rule={edited === 'new' ? undefined : edited}
          onDone={() => setEdited(null)}
        />
      )}
      <Answered query={rules}>
        {(all) =>
          all.length === 0 ? (
            <Empty title="No rule yet">Make one, and you hear of what it waits for.</Empty>
          ) : (
            <table className="dense roomy">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Tells when</th>
                  <th scope="col">How</th>
                  <th scope="col">State</th>
                  <th scope="col">
                    <span className="sr">Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.map((rule) => (
                  <tr key={rule.id}>
                    <th scope="row">{rule.name}</th>
                    <td>{sentence(rule)}</td>
                    <td className="dim">{way(rule)}</td>
                    <td>
                      <Badge tone={rule.enabled ? 'good' : 'quiet'}>{rule.enabled ? 'On' : 'Off'}</Badge>{' '}
                      {rule.critical && <Badge tone="warn">Critical</Badge>}
                    </td>
                    <td>
                      <RowActions
                        name={rule.name}
                        onChange={() => setEdited(rule)}
                        onRemove={() => remove.mutate(rule)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answered>
    </Panel>
  );
}
