'use client';
import { Button, FileButton, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { asProblem } from '@/api/problem';
import { plural } from '@/ui/format';
import { ProblemNote } from '@/ui/states';
import { tell } from '@/ui/tell';
import type { InputFile } from '../inputs-api';
import { isAboutLines, LONGEST_SOURCE, lineFaults, sourceOf } from '../inputs-model';
import type { World } from '../world';
import classes from './settlement.module.css';

interface Sent {
  name: string;
  lines: ReturnType<typeof lineFaults>;
}

/** Takes a CSV file of inputs whole or not at all; its faults stand by line and column. */
export function InputUpload<T>({
  label,
  columns,
  extent = 'Whole days',
  world,
  named,
  send,
  told,
  stale,
}: {
  label: string;
  columns: string;
  /** What a file has to be of. */
  extent?: string;
  world: World;
  /** Whether the file is kept under the name of its source. */
  named: boolean;
  send: (file: InputFile & { key: string }) => Promise<T>;
  /** What was taken, in words. */
  told: (taken: T) => string;
  /** What is stored now, to be asked for again. */
  stale: readonly unknown[];
}) {
  const client = useQueryClient();
  const keys = useRef(new IntentKeys());
  const forget = useRef<() => void>(null);
  const [source, setSource] = useState('');
  const [name, setName] = useState('');
  const take = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: async (file: File) => {
      setName(file.name);
      const content = { world, source: sourceOf(source, file.name), csv: await file.text() };
      return send({ ...content, key: keys.current.keyFor(content) });
    },
    onSuccess: (taken) => {
      keys.current.settled();
      tell(told(taken));
      return client.invalidateQueries({ queryKey: stale });
    },
    // the same file, mended, can be chosen again
    onSettled: () => forget.current?.(),
  });
  const faults = take.error ? asProblem(take.error).faults : [];
  return (
    <div className={classes.stack}>
      <div className={classes.row}>
        {named && (
          <TextInput
            aria-label="Source of the schedules"
            placeholder="Source, else the file's name"
            maxLength={LONGEST_SOURCE}
            value={source}
            onChange={(e) => setSource(e.currentTarget.value)}
            w={220}
          />
        )}
        <FileButton
          accept="text/csv,.csv"
          resetRef={forget}
          inputProps={{ 'aria-label': `${label}, file` }}
          onChange={(file) => file && take.mutate(file)}
        >
          {(props) => (
            <Button {...props} variant="default" loading={take.isPending}>
              {label}
            </Button>
          )}
        </FileButton>
        <span className="dim">
          CSV: <code>{columns}</code>. {extent}, all or none.
        </span>
      </div>
      {take.error &&
        (isAboutLines(faults) ? (
          <FaultTable sent={{ name, lines: lineFaults(faults) }} />
        ) : (
          <ProblemNote error={take.error} />
        ))}
    </div>
  );
}

function FaultTable({ sent }: { sent: Sent }) {
  return (
    <div role="alert" data-testid="input-faults">
      <p className={classes.refused}>
        Nothing of <b>{sent.name}</b> was taken: {plural(sent.lines.length, 'fault')}.
      </p>
      <table className="dense" aria-label={`Faults of ${sent.name}`}>
        <thead>
          <tr>
            <th scope="col" className="n">
              Line
            </th>
            <th scope="col">Column</th>
            <th scope="col">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {sent.lines.map((f) => (
            <tr key={`${f.line} ${f.column} ${f.message}`}>
              <td className="n">{f.line ?? '–'}</td>
              <td>{f.column || '–'}</td>
              <td className="wrap">{f.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
