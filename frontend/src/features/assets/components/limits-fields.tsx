import { NumberInput, Select, SimpleGrid } from '@mantine/core';
import type { AssetInput } from '@/api/types';
import { LIMIT_FIELDS, type LimitsDraft, SCHEMES } from '../limits-model';

interface Props {
  type: AssetInput['type'];
  draft: LimitsDraft;
  onChange: (draft: LimitsDraft) => void;
  fault: (field: string) => string | undefined;
}

/** The limits a type has, each with its unit and its own fault. */
export function LimitsFields({ type, draft, onChange, fault }: Props) {
  const set = (key: string, value: number | string | undefined) => onChange({ ...draft, [key]: value });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {type === 'hydro' && (
        <Select
          label="Scheme"
          data={SCHEMES.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
          value={typeof draft.scheme === 'string' ? draft.scheme : null}
          onChange={(v) => v && set('scheme', v)}
          error={fault('limits/scheme')}
        />
      )}
      {LIMIT_FIELDS[type].map((field) => (
        <NumberInput
          key={field.key}
          label={`${field.label}, ${field.unit}`}
          description={field.hint}
          min={0}
          value={draft[field.key] ?? ''}
          onChange={(v) => set(field.key, v === '' ? undefined : Number(v))}
          error={fault(`limits/${field.key}`)}
        />
      ))}
    </SimpleGrid>
  );
}
