'use client';
import { Button, Group, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { assetsQuery } from '@/features/assets/api';
import { useCan } from '@/features/session/session-context';
import { Dialog } from '@/ui/dialog';
import { Icon } from '@/ui/icons';
import { ProblemNote } from '@/ui/states';
import { tell } from '@/ui/tell';
import { membersQuery, placeStop, type StopScope, stopPreviewQuery } from '../api';
import { consequence, isConfirmed, WORD } from '../stop-model';
import classes from './stops.module.css';

const LONGEST_REASON = 500;

/** The red button, on every page. */
export function StopControl() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={classes.stop}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        data-testid="stop"
      >
        <Icon name="stop" size={13} />
        Stop
      </button>
      {open && <StopDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function StopDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const maySeeMembers = useCan('users:read');
  const [scope, setScope] = useState<StopScope>('organization');
  const [subjectId, setSubject] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const seen = useQuery(stopPreviewQuery(scope, subjectId)).data;
  const place = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: placeStop,
    onSuccess: (stop) => {
      tell(`Trading of ${stop.subjectName} is stopped.`, 'yellow');
      onClose();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['stops'] }),
  });
  const complete = (scope === 'organization' || subjectId !== null) && reason.trim() !== '';
  return (
    <Dialog title="Stop trading" opened onClose={onClose}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          place.mutate({
            input: { scope, reason, ...(subjectId ? { subjectId } : {}) },
            key: `${key}-${scope}-${subjectId ?? ''}`,
          });
        }}
      >
        <Stack gap="sm">
          <SegmentedControl
            aria-label="What to stop"
            value={scope}
            onChange={(v) => {
              setScope(v as StopScope);
              setSubject(null);
            }}
            data={[
              { value: 'organization', label: 'Everything' },
              { value: 'asset', label: 'One asset' },
              ...(maySeeMembers ? [{ value: 'trader', label: 'One trader' }] : []),
            ]}
          />
          {scope === 'asset' && <AssetChoice value={subjectId} onChange={setSubject} />}
          {scope === 'trader' && <MemberChoice value={subjectId} onChange={setSubject} />}
          <p className={classes.consequence} aria-live="polite" data-testid="stop-consequence">
            {seen ? consequence(seen) : 'Choose what to stop, to see what it will do.'}
          </p>
          <Textarea
            label="Reason"
            description="Everybody of the house is told, at once"
            required
            autosize
            minRows={2}
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          <TextInput
            label={`Type ${WORD} to confirm`}
            autoComplete="off"
            value={typed}
            onChange={(e) => setTyped(e.currentTarget.value)}
          />
          {place.error && <ProblemNote error={place.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Go on trading
            </Button>
            <Button
              type="submit"
              color="red"
              loading={place.isPending}
              disabled={!complete || !isConfirmed(typed)}
            >
              Stop trading
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

interface Choice {
  value: string | null;
  onChange: (id: string | null) => void;
}

function AssetChoice({ value, onChange }: Choice) {
  const assets = useQuery(assetsQuery).data ?? [];
  return (
    <Select
      label="Asset to stop"
      searchable
      data={assets.map((a) => ({ value: a.id, label: `${a.name} (${a.areaCode})` }))}
      value={value}
      onChange={onChange}
    />
  );
}

function MemberChoice({ value, onChange }: Choice) {
  const members = useQuery(membersQuery).data ?? [];
  return (
    <Select
      label="Trader to stop"
      searchable
      data={members.map((m) => ({ value: m.id, label: `${m.displayName} (${m.role})` }))}
      value={value}
      onChange={onChange}
    />
  );
}
