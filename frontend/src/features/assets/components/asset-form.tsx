'use client';
import {
  Button,
  Group,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { ApiProblem } from '@/api/problem';
import type { Asset, AssetInput } from '@/api/types';
import { areasQuery, marketsQuery } from '@/features/market/api';
import { ProblemNote } from '@/ui/states';
import { tell } from '@/ui/tell';
import { changeAsset, createAsset, removeAsset } from '../api';
import { draftOf, proposed, written } from '../limits-model';
import { LimitsFields } from './limits-fields';

const FUELS: NonNullable<AssetInput['fuel']>[] = [
  'domestic_coal',
  'imported_coal',
  'domestic_gas',
  'imported_gas',
  'other',
];
const TYPES: AssetInput['type'][] = ['solar', 'wind', 'thermal', 'hydro', 'nuclear', 'battery', 'load'];

const blank: AssetInput = {
  name: '',
  type: 'solar',
  marketCode: '',
  areaCode: '',
  maxInjectionMw: 0,
  maxWithdrawalMw: 0,
};

export function AssetForm({ asset, onClose }: { asset: Asset | null; onClose: () => void }) {
  const queries = useQueryClient();
  const keys = useRef(new IntentKeys());
  const markets = (useQuery(marketsQuery).data ?? []).filter((m) => m.takesOrders);
  const [draft, setDraft] = useState<AssetInput>(asset ?? blank);
  const [limits, setLimits] = useState(asset?.limitsStated ? draftOf(asset.limits) : null);
  const input = { ...draft, marketCode: draft.marketCode || (markets[0]?.code ?? '') };
  const areas = useQuery(areasQuery(input.marketCode)).data ?? [];
  const propose = (type: AssetInput['type']) => proposed(type, input.maxInjectionMw, input.maxWithdrawalMw);
  const set = (change: Partial<AssetInput>) => setDraft((d) => ({ ...d, ...change }));

  const settle = (message: string) => {
    keys.current.settled();
    void queries.invalidateQueries({ queryKey: ['assets'] });
    tell(message);
    onClose();
  };
  const stale = (e: unknown) => {
    if (e instanceof ApiProblem && e.status === 412) void queries.invalidateQueries({ queryKey: ['assets'] });
  };
  const save = useMutation({
    mutationFn: (call: { input: AssetInput; key: string }) =>
      asset ? changeAsset(asset, call.input) : createAsset(call),
    meta: { problemShownInPlace: true },
    onSuccess: (a) => settle(`${a.name} saved`),
    onError: stale,
  });
  const remove = useMutation({
    mutationFn: removeAsset,
    meta: { problemShownInPlace: true },
    onSuccess: () => settle('Asset removed'),
    onError: stale,
  });
  const fault = (field: string) =>
    save.error instanceof ApiProblem
      ? save.error.faults.find((f) => f.field === `/${field}`)?.message
      : undefined;
  const send = () => {
    const { siteId, name, type, marketCode, areaCode, maxInjectionMw, maxWithdrawalMw, fuel } = input;
    const clean = {
      ...(siteId ? { siteId } : {}),
      name: name.trim(),
      type,
      marketCode,
      areaCode,
      maxInjectionMw,
      maxWithdrawalMw,
      ...(limits ? { limits: written(type, limits) } : {}),
      ...(fuel && type === 'thermal' ? { fuel } : {}),
    };
    save.mutate({ input: clean, key: keys.current.keyFor(clean) });
  };

  return (
    <Modal opened onClose={onClose} title={asset ? `Change ${asset.name}` : 'New asset'} size="lg">
      <form
        onSubmit={(e) => {
          e.preventDefault();
          send();
        }}
      >
        <Stack gap="md">
          <TextInput
            label="Name"
            value={input.name}
            onChange={(e) => set({ name: e.currentTarget.value })}
            error={fault('name')}
            data-autofocus
            required
          />
          <SimpleGrid cols={2}>
            <Select
              label="Type"
              data={TYPES}
              value={input.type}
              onChange={(v) => {
                if (!v) return;
                const type = v as AssetInput['type'];
                set({ type });
                if (limits) setLimits(propose(type));
              }}
              error={fault('type')}
            />
            <Select
              label="Market"
              data={markets.map((m) => ({ value: m.code, label: m.name }))}
              value={input.marketCode}
              onChange={(v) => v && set({ marketCode: v, areaCode: '' })}
              error={fault('marketCode')}
            />
            <Select
              label="Area"
              data={areas.map((a) => ({ value: a.code, label: `${a.code} · ${a.name}` }))}
              value={input.areaCode || null}
              onChange={(v) => v && set({ areaCode: v })}
              error={fault('areaCode')}
              searchable
            />
            {input.type === 'thermal' ? (
              <Select
                label="Fuel"
                description="Imported fuels may sell in the high-price market"
                data={FUELS.map((f) => ({ value: f, label: f.replace('_', ' ') }))}
                value={input.fuel ?? null}
                onChange={(v) => set({ fuel: (v ?? undefined) as AssetInput['fuel'] })}
                error={fault('fuel')}
                clearable
              />
            ) : (
              <span />
            )}
            <NumberInput
              label="Largest injection, MW"
              min={0}
              value={input.maxInjectionMw}
              onChange={(v) => set({ maxInjectionMw: Number(v) || 0 })}
              error={fault('maxInjectionMw')}
            />
            <NumberInput
              label="Largest withdrawal, MW"
              min={0}
              value={input.maxWithdrawalMw}
              onChange={(v) => set({ maxWithdrawalMw: Number(v) || 0 })}
              error={fault('maxWithdrawalMw')}
            />
          </SimpleGrid>
          <Switch
            label="State technical limits"
            description="Without them the asset is bound by its largest powers alone."
            checked={limits !== null}
            onChange={(e) => setLimits(e.currentTarget.checked ? propose(input.type) : null)}
          />
          {limits && <LimitsFields type={input.type} draft={limits} onChange={setLimits} fault={fault} />}
          {(save.isError || remove.isError) && <ProblemNote error={save.error ?? remove.error} />}
          <Group justify="space-between">
            {asset ? (
              <Button
                variant="subtle"
                color="red"
                loading={remove.isPending}
                onClick={() => remove.mutate(asset)}
              >
                Remove
              </Button>
            ) : (
              <span />
            )}
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>
                Close
              </Button>
              <Button type="submit" loading={save.isPending} disabled={!input.name.trim() || !input.areaCode}>
                Save
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
