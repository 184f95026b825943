'use client';
import { Button, NativeSelect, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '@/api/preconditions';
import type { StoredFile } from '@/api/types';
import { ChooseFiles, DropZone } from '@/ui/drop-zone';
import { sizeText } from '@/ui/format';
import { ProblemNote } from '@/ui/states';
import { filesQuery, uploadFile } from '../api';
import { PURPOSES } from '../file-model';
import classes from './files.module.css';

interface Sending {
  key: string;
  file: File;
  purpose: StoredFile['purpose'];
  share: number;
  problem?: unknown;
}

/** Takes files by drop or by choice, and shows how far each one is. */
export function UploadZone() {
  const queries = useQueryClient();
  const [purpose, setPurpose] = useState<StoredFile['purpose']>('document');
  const [sending, setSending] = useState<Sending[]>([]);

  const change = (key: string, what: Partial<Sending>) =>
    setSending((all) => all.map((s) => (s.key === key ? { ...s, ...what } : s)));
  const forget = (key: string) => setSending((all) => all.filter((s) => s.key !== key));

  const send = async ({ key, file, purpose }: Sending) => {
    try {
      await uploadFile({ file, purpose, key, onSent: (share) => change(key, { share }) });
      forget(key);
    } catch (problem) {
      change(key, { problem });
    }
    // a refused one may stand in the list as rejected
    await queries.invalidateQueries({ queryKey: filesQuery.queryKey });
  };
  const add = async (files: File[]) => {
    const chosen = files.map((file) => ({ key: newKey(), file, purpose, share: 0 }));
    setSending((all) => [...all, ...chosen]);
    for (const one of chosen) await send(one);
  };
  const again = (one: Sending) => {
    change(one.key, { problem: undefined, share: 0 });
    void send(one);
  };

  return (
    <section aria-label="New files">
      <DropZone onFiles={(files) => void add(files)}>
        <div className={classes.under}>
          <div>
            <strong>Drop files here</strong>
            <p>PDF, images, text, tables, Office documents and archives; content decides, not the name.</p>
            <div className={classes.controls}>
              <NativeSelect
                label="Kept as"
                value={purpose}
                onChange={(e) => setPurpose(e.currentTarget.value as StoredFile['purpose'])}
                data={PURPOSES.map((p) => ({ value: p.code, label: p.name }))}
              />
              <ChooseFiles onFiles={(files) => void add(files)} />
            </div>
          </div>
          {sending.length > 0 && (
            <ul className={classes.sending}>
              {sending.map((s) => (
                <li key={s.key}>
                  <span className={classes.name}>{s.file.name}</span>{' '}
                  <span className="dim">{sizeText(s.file.size)}</span>
                  {s.problem ? (
                    <>
                      <ProblemNote error={s.problem} onRetry={() => again(s)} />
                      <Button size="compact-xs" variant="default" onClick={() => forget(s.key)}>
                        Dismiss
                      </Button>
                    </>
                  ) : (
                    <Progress
                      value={s.share * 100}
                      aria-label={`Sending ${s.file.name}`}
                      animated={s.share === 1}
                    />
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </DropZone>
    </section>
  );
}
