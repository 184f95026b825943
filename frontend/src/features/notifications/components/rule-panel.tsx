'use client';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AlertRule } from '@/api/types';
import { Panel } from '@/ui/panel';
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
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={`Change ${rule.name}`}
                        onClick={() => setEdited(rule)}
                      >
                        Change
                      </Button>{' '}
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={`Delete ${rule.name}`}
                        onClick={() => remove.mutate(rule)}
                      >
                        Delete
                      </Button>
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
