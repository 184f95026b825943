'use client';
import { Button, Group, NumberInput, Select, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Asset, NoBidPolicy } from '@/api/types';
import { templatesQuery } from '@/features/bids/api';
import { REAL_TIME } from '@/features/exchange/event-model';
import { useCan } from '@/features/session/session-context';
import { Dialog } from '@/ui/dialog';
import { Panel } from '@/ui/panel';
import { Empty, ProblemNote } from '@/ui/states';
import { tell } from '@/ui/tell';
import { endNoBidPolicy, noBidPoliciesQuery, putNoBidPolicy } from '../api';
import { ACTIONS, policyText } from '../no-bid-model';
import classes from './rtm.module.css';

/** What happens in each session for an asset that has no bid at the venue shortly before its gate. */
export function NoBidPanel({ exchangeId, assets }: { exchangeId: string; assets: readonly Asset[] }) {
  const may = useCan('bids:submit');
  const queries = useQueryClient();
  const mayReadTemplates = useCan('bids:read');
  const policies = useQuery(noBidPoliciesQuery(exchangeId)).data ?? [];
  const templates = useQuery(templatesQuery(mayReadTemplates)).data ?? [];
  const [editing, setEditing] = useState<Asset | null>(null);
  const end = useMutation({
    mutationFn: endNoBidPolicy,
    onSettled: () => void queries.invalidateQueries({ queryKey: noBidPoliciesQuery(exchangeId).queryKey }),
  });
  const policyOf = (asset: Asset) =>
    policies.find((p) => p.assetId === asset.id && p.marketCode === REAL_TIME);
  return (
    <Panel title="If there is no bid" testId="no-bid">
      {assets.length === 0 ? (
        <Empty title="No asset in this exchange’s areas" />
      ) : (
        <ul className={classes.assets}>
          {assets.map((asset) => {
            const own = policyOf(asset);
            return (
              <li key={asset.id}>
                <div>
                  <b>{asset.name}</b> <span className="dim">{asset.areaCode}</span>
                  <p>{policyText(own, templates.find((t) => t.id === own?.templateId)?.name)}</p>
                </div>
                {may && (
                  <div className={classes.acts}>
                    <Button variant="default" size="compact-xs" onClick={() => setEditing(asset)}>
                      {own ? 'Change' : 'Set policy'}
                      <span className="sr"> of {asset.name}</span>
                    </Button>
                    {own && (
                      <Button variant="subtle" color="red" size="compact-xs" onClick={() => end.mutate(own)}>
                        End<span className="sr"> the policy of {asset.name}</span>
                      </Button>
                    )}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {editing && (
        <PolicyForm
          exchangeId={exchangeId}
          asset={editing}
          seen={policyOf(editing)}
          templates={templates.map((t) => ({ value: t.id, label: t.name }))}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

function PolicyForm({
  exchangeId,
  asset,
  seen,
  templates,
  onClose,
}: {
  exchangeId: string;
  asset: Asset;
  seen: NoBidPolicy | undefined;
  templates: { value: string; label: string }[];
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [action, setAction] = useState<NoBidPolicy['action']>(seen?.action ?? 'last');
  const [templateId, setTemplate] = useState<string | null>(seen?.templateId ?? null);
  const [minutes, setMinutes] = useState<number | string>(seen?.minutesBefore ?? 5);
  const save = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: putNoBidPolicy,
    onSuccess: () => {
      tell(`The policy of ${asset.name} is set.`);
      onClose();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: noBidPoliciesQuery(exchangeId).queryKey }),
  });
  return (
    <Dialog title={`If ${asset.name} has no bid`} opened onClose={onClose}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          save.mutate({
            exchangeId,
            assetId: asset.id,
            input: {
              action,
              ...(action === 'default' && templateId ? { templateId } : {}),
              ...(typeof minutes === 'number' ? { minutesBefore: minutes } : {}),
            },
          });
        }}
      >
        <Stack gap="sm">
          <Select
            label="What to do"
            data={ACTIONS}
            value={action}
            onChange={(v) => v && setAction(v as NoBidPolicy['action'])}
          />
          {action === 'default' && (
            <Select label="Template" data={templates} value={templateId} onChange={setTemplate} />
          )}
          <NumberInput
            label="Minutes before the gate"
            min={1}
            max={720}
            value={minutes}
            onChange={setMinutes}
          />
          {save.error && <ProblemNote error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={save.isPending}>
              Save policy
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
