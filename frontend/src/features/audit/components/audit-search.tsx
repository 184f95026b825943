'use client';
import { Button, Menu, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '@/api/client';
import { useCan } from '@/features/session/session-context';
import { saveFile } from '@/ui/save-file';
import { tellProblem } from '@/ui/tell';
import { peopleQuery } from '../api';
import { type AuditFilter, type AuditForm, EMPTY_FORM, exportPath, filterOf, isId } from '../audit-model';
import classes from './audit.module.css';

/** What to look for; the same goes into the file. */
export function AuditSearch({
  filter,
  onSearch,
}: {
  filter: AuditFilter;
  onSearch: (f: AuditFilter) => void;
}) {
  const [form, setForm] = useState<AuditForm>(EMPTY_FORM);
  const people = useQuery({ ...peopleQuery, enabled: useCan('users:read') }).data ?? [];
  const field = (name: keyof AuditForm) => ({
    value: form[name],
    onChange: (e: { currentTarget: { value: string } }) =>
      setForm({ ...form, [name]: e.currentTarget.value }),
  });
  return (
    <search>
      <form
        className={classes.search}
        onSubmit={(e) => {
          e.preventDefault();
          onSearch(filterOf(form));
        }}
      >
        <TextInput
          label="Action begins with"
          placeholder="bid."
          w={150}
          maxLength={60}
          {...field('action')}
        />
        <Select
          label="Who"
          placeholder="Anybody"
          clearable
          clearButtonProps={{ 'aria-label': 'Anybody' }}
          data={people.map((p) => ({ value: p.id, label: p.displayName }))}
          value={form.actor || null}
          onChange={(id) => setForm({ ...form, actor: id ?? '' })}
          w={190}
        />
        <TextInput
          label="Kind of thing"
          placeholder="asset"
          w={120}
          maxLength={60}
          {...field('subjectType')}
        />
        <TextInput
          label="Its id"
          w={250}
          error={form.subject && !isId(form.subject) ? 'Not a whole id' : undefined}
          {...field('subject')}
        />
        <TextInput label="Text in it" w={150} maxLength={200} {...field('q')} />
        <TextInput label="From" type="date" w={135} {...field('from')} />
        <TextInput label="To" type="date" w={135} {...field('to')} />
        <Button type="submit">Search</Button>
        <Button
          variant="default"
          onClick={() => {
            setForm(EMPTY_FORM);
            onSearch({});
          }}
        >
          Clear
        </Button>
        <ExportMenu filter={filter} />
      </form>
    </search>
  );
}

function ExportMenu({ filter }: { filter: AuditFilter }) {
  const [busy, setBusy] = useState(false);
  const take = async (format: 'csv' | 'jsonl') => {
    setBusy(true);
    try {
      saveFile(await download(exportPath(filter, format)), `audit.${format}`);
    } catch (e) {
      tellProblem(e);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Button variant="default" loading={busy} aria-label="Export what was found">
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void take('jsonl')}>JSONL with hashes, for proof</Menu.Item>
        <Menu.Item onClick={() => void take('csv')}>CSV, for a spreadsheet</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
