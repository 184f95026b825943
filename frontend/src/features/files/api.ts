import { infiniteQueryOptions } from '@tanstack/react-query';
import { addressOf, api, done, download, must, uploadWatched } from '@/api/client';
import type { StoredFile, TemporaryLink } from '@/api/types';
import { saveFile } from '@/ui/save-file';

const PAGE = 50;

/** Files of the house, newest first, page after page. */
export const filesQuery = infiniteQueryOptions({
  queryKey: ['files'],
  queryFn: ({ pageParam }) =>
    must(api().GET('/api/v1/files', { params: { query: { limit: PAGE, cursor: pageParam ?? undefined } } })),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor ?? null,
});

export function uploadFile(call: {
  file: File;
  purpose: StoredFile['purpose'];
  key: string;
  onSent: (share: number) => void;
}): Promise<StoredFile> {
  const form = new FormData();
  form.append('purpose', call.purpose);
  form.append('file', call.file, call.file.name);
  return uploadWatched<StoredFile>('/api/v1/files', form, call.key, call.onSent);
}

export const saveStored = async (file: StoredFile): Promise<void> =>
  saveFile(await download(`/api/v1/files/${file.id}/content`), file.name);

export const deleteFile = (id: string): Promise<void> =>
  done(api().DELETE('/api/v1/files/{id}', { params: { path: { id } } }));

/** A link with its full address, whoever serves it. */
export async function linkFile(call: { id: string; minutes: number }): Promise<TemporaryLink> {
  const link = await must(
    api().POST('/api/v1/files/{id}/links', {
      params: { path: { id: call.id } },
      body: { minutes: call.minutes },
    }),
  );
  return { ...link, url: addressOf(link.url) };
}
