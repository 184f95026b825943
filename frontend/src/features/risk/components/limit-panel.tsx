'use client';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RiskLimit } from '@/api/types';
import { useCan } from '@/features/session/session-context';
import { Panel } from '@/ui/panel';
import { RowActions } from '@/ui/row-actions';
import { Answered, Badge, Empty } from '@/ui/states';
import { deleteLimit, limitsQuery, usageQuery } from '../api';
import { amountText, kindName, subjectText, usageById, validText } from '../limit-model';
import { LimitEditor } from './limit-form';
import { UsageBar } from './usage-bar';

/** Every limit with what is used of it. */
export function LimitPanel({ exchangeId, day }: { exchangeId: string; day: string }) {
  const client = useQueryClient();
  const mayWrite = useCan('limits:write');
  const limits = useQuery(limitsQuery);
  const usage = useQuery(usageQuery(exchangeId, day)).data ?? [];
  const used = usageById(usage);
  const [edited, setEdited] = useState<RiskLimit | 'new' | null>(null);
  const remove = useMutation({
    mutationFn: deleteLimit,
    onSuccess: () => client.invalidateQueries({ queryKey: limitsQuery.queryKey }),
  });
  return (
    <Panel
      title="Limits"
      testId="risk-limits"
      meta={limits.data ? `${limits.data.length}` : undefined}
      actions={mayWrite && <Button onClick={() => setEdited('new')}>New limit</Button>}
    >
      {edited && (
        <LimitEditor
          key={edited === 'new' ? 'new' : edited.id}
          limit={edited === 'new' ? undefined : edited}
          onDone={() => setEdited(null)}
        />
      )}
      <Answered query={limits}>
        {(all) =>
          all.length === 0 ? (
            <Empty title="No limit yet">Without one, bids are held to their assets and markets only.</Empty>
          ) : (
            <table className="dense roomy">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Measures</th>
                  <th scope="col">Of</th>
                  <th scope="col" className="n">
                    Limit
                  </th>
                  <th scope="col" className="n">
                    Used
                  </th>
                  <th scope="col">Share</th>
                  <th scope="col">Valid</th>
                  {mayWrite && (
                    <th scope="col">
                      <span className="sr">Actions</span>
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {all.map((limit) => {
                  const now = used.get(limit.id);
                  return (
                    <tr key={limit.id}>
                      <th scope="row">{limit.name}</th>
                      <td>{kindName(limit.kind)}</td>
                      <td>{subjectText(limit)}</td>
                      <td className="n">{amountText(limit, limit.amount)}</td>
                      <td className="n">
                        {now?.used === null || now?.used === undefined ? '–' : amountText(limit, now.used)}
                      </td>
                      <td>
                        <UsageBar name={limit.name} percent={now?.percent} />
                      </td>
                      <td className="dim">
                        {limit.enabled ? validText(limit) : <Badge tone="quiet">Off</Badge>}
                      </td>
                      {mayWrite && (
                        <td>
                          <RowActions
                            name={limit.name}
                            onChange={() => setEdited(limit)}
                            onRemove={() => remove.mutate(limit)}
                          />
                        </td>
                      )}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )
        }
      </Answered>
    </Panel>
  );
}
