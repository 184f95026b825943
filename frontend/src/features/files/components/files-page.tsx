'use client';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StoredFile } from '@/api/types';
import { useCan } from '@/features/session/session-context';
import { Dialog } from '@/ui/dialog';
import { sizeText } from '@/ui/format';
import { More } from '@/ui/more';
import { Page, Panel } from '@/ui/panel';
import { Answered, Badge, Empty } from '@/ui/states';
import { tell } from '@/ui/tell';
import { moment } from '@/ui/time';
import { deleteFile, filesQuery, saveStored } from '../api';
import { kindName, purposeName } from '../file-model';
import classes from './files.module.css';
import { LinkDialog } from './link-dialog';
import { UploadZone } from './upload-zone';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the desk keeps beside its trading. */
export function FilesPage() {
  const files = useInfiniteQuery(filesQuery);
  const mayWrite = useCan('files:write');
  const [linking, setLinking] = useState<StoredFile | null>(null);
  const [deleting, setDeleting] = useState<StoredFile | null>(null);
  return (
    <Page title="Files" hint="Contracts, evidence and other files, seen by your organisation only.">
      {mayWrite && <UploadZone />}
      <Panel title="Files kept" testId="files">
        <Answered query={files}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            return items.length === 0 ? (
              <Empty title="No files yet">
                {mayWrite
                  ? 'Drop the first one above.'
                  : 'Somebody who may keep files has to bring the first one.'}
              </Empty>
            ) : (
              <>
                <FileTable items={items} mayWrite={mayWrite} onLink={setLinking} onDelete={setDeleting} />
                <More of={files} label="Earlier files" />
              </>
            );
          }}
        </Answered>
      </Panel>
      {linking && <LinkDialog file={linking} onClose={() => setLinking(null)} />}
      {deleting && <DeleteDialog file={deleting} onClose={() => setDeleting(null)} />}
    </Page>
  );
}

function FileTable({
  items,
  mayWrite,
  onLink,
  onDelete,
}: {
  items: StoredFile[];
  mayWrite: boolean;
  onLink: (file: StoredFile) => void;
  onDelete: (file: StoredFile) => void;
}) {
  const save = useMutation({ mutationFn: saveStored });
  return (
    <table className="dense roomy">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Kept as</th>
          <th scope="col">Kind</th>
          <th scope="col" className="n">
            Size
          </th>
          <th scope="col">Uploaded</th>
          <th scope="col">By</th>
          <th scope="col">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((file) => (
          <tr key={file.id} data-testid="file">
            <th scope="row" className={classes.name}>
              {file.name}
              {file.state === 'rejected' && (
                <>
                  {' '}
                  <Badge tone="bad" dot>
                    Rejected: {file.rejection}
                  </Badge>
                </>
              )}
            </th>
            <td>{purposeName(file.purpose)}</td>
            <td>{kindName(file.mediaType)}</td>
            <td className="n">{sizeText(file.size)}</td>
            <td className="dim">{moment(file.uploadedAt, HERE)}</td>
            <td>{file.uploadedBy.name}</td>
            <td>
              <div className={classes.actions}>
                {file.state === 'available' && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`Download ${file.name}`}
                    loading={save.isPending && save.variables.id === file.id}
                    onClick={() => save.mutate(file)}
                  >
                    Download
                  </Button>
                )}
                {mayWrite && file.state === 'available' && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`Link to ${file.name}`}
                    onClick={() => onLink(file)}
                  >
                    Link
                  </Button>
                )}
                {mayWrite && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`Delete ${file.name}`}
                    onClick={() => onDelete(file)}
                  >
                    Delete
                  </Button>
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DeleteDialog({ file, onClose }: { file: StoredFile; onClose: () => void }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: deleteFile,
    onSuccess: () => {
      tell(`${file.name} is gone.`, 'yellow');
      onClose();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: filesQuery.queryKey }),
  });
  return (
    <Dialog opened onClose={onClose} title={`Delete ${file.name}`}>
      <Stack gap="sm">
        <Text size="sm">The file and its links will be gone. This cannot be undone.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep it
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(file.id)}>
            Delete
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
