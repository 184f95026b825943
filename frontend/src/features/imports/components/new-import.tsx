'use client';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import type { Import } from '@/api/types';
import { ChooseFiles, DropZone } from '@/ui/drop-zone';
import { sizeText } from '@/ui/format';
import { Icon } from '@/ui/icons';
import { ProblemNote } from '@/ui/states';
import { importFiles, importSample } from '../api';
import { FORMATS, fileObjection } from '../import-model';
import classes from './imports.module.css';

export function NewImport() {
  const router = useRouter();
  const queries = useQueryClient();
  const sampleKeys = useRef(new IntentKeys());
  const fileKeys = useRef(new IntentKeys());
  const [files, setFiles] = useState<File[]>([]);
  const [day, setDay] = useState('');
  const [code, setCode] = useState(FORMATS[0].code);
  const [dryRun, setDryRun] = useState(false);
  const [coupled, setCoupled] = useState(false);
  const format = FORMATS.find((f) => f.code === code) ?? FORMATS[0];
  const objection = files.length ? fileObjection(files, format.ending) : null;

  const started = (keys: IntentKeys) => (made: Import) => {
    keys.settled();
    void queries.invalidateQueries({ queryKey: ['imports'] });
    router.push(`/imports/${made.id}`);
  };
  const sample = useMutation({
    mutationFn: importSample,
    meta: { problemShownInPlace: true },
    onSuccess: started(sampleKeys.current),
  });
  const send = useMutation({
    mutationFn: importFiles,
    meta: { problemShownInPlace: true },
    onSuccess: started(fileKeys.current),
  });
  const add = (chosen: File[]) =>
    setFiles((had) => [...had.filter((f) => !chosen.some((c) => c.name === f.name)), ...chosen]);
  const sendFiles = () => {
    const deliveryDay = format.byDay ? day : '';
    const priceSource = coupled && !format.byDay ? 'coupled' : 'exchange';
    const what = {
      code,
      dryRun,
      priceSource,
      deliveryDay,
      files: files.map((f) => [f.name, f.size, f.lastModified]),
    };
    send.mutate({
      format: code,
      dryRun,
      priceSource,
      files,
      deliveryDay,
      key: fileKeys.current.keyFor(what),
    });
  };

  return (
    <section aria-label="New import" className={classes.start}>
      <DropZone onFiles={add}>
        <strong>Drop the files here</strong>
        <p>
          <code>.{format.ending}</code> or <code>.{format.ending}.gz</code>. {format.hint}
        </p>
        <div className={classes.controls}>
          <NativeSelect
            aria-label="Format"
            value={code}
            onChange={(e) => setCode(e.currentTarget.value)}
            data={FORMATS.map((f) => ({ value: f.code, label: f.name }))}
          />
          {!format.byDay && (
            <Checkbox
              label="Prices of a market coupling operator"
              checked={coupled}
              onChange={(e) => setCoupled(e.currentTarget.checked)}
            />
          )}
          <Checkbox
            label="Dry run: check everything, publish nothing"
            checked={dryRun}
            onChange={(e) => setDryRun(e.currentTarget.checked)}
          />
        </div>
        {files.length > 0 && (
          <ul className={classes.files}>
            {files.map((f) => (
              <li key={f.name}>
                {f.name} <span className="dim">{sizeText(f.size)}</span>
                <button
                  type="button"
                  onClick={() => setFiles(files.filter((x) => x !== f))}
                  aria-label={`Take out ${f.name}`}
                >
                  <Icon name="close" size={11} />
                </button>
              </li>
            ))}
          </ul>
        )}
        {objection && (
          <p className="down" role="alert">
            {objection}
          </p>
        )}
        <div className={classes.controls}>
          <ChooseFiles onFiles={add} accept={`.${format.ending},.gz`} />
          {files.length > 0 && (
            <>
              {format.byDay && (
                <TextInput
                  type="date"
                  aria-label="Only this delivery day (optional)"
                  value={day}
                  onChange={(e) => setDay(e.currentTarget.value)}
                />
              )}
              <Button onClick={sendFiles} loading={send.isPending} disabled={objection !== null}>
                {dryRun ? 'Check' : 'Import'} {files.length === 1 ? '1 file' : `${files.length} files`}
              </Button>
            </>
          )}
        </div>
      </DropZone>
      <div className={classes.sample}>
        <strong>No files at hand?</strong>
        <p>
          A generated day in the same format comes with the product: seven zones, 24 hours, thousands of
          orders.
        </p>
        <Button
          onClick={() => sample.mutate({ key: sampleKeys.current.keyFor('sample') })}
          loading={sample.isPending}
        >
          Use the generated sample day
        </Button>
      </div>
      {(send.error ?? sample.error) && (
        <div style={{ gridColumn: '1 / -1' }}>
          <ProblemNote error={send.error ?? sample.error} />
        </div>
      )}
    </section>
  );
}
