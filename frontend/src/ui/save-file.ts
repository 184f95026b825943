/** The file's name as the server gives it; ours when it gives none that is plain. */
export function fileNameOf(disposition: string | null, otherwise: string): string {
  const name = /filename="([A-Za-z0-9._-]+)"/.exec(disposition ?? '')?.[1];
  return name ?? otherwise;
}

/** Hands a downloaded file to the browser to keep. */
export function saveFile(file: { content: Blob; disposition: string | null }, otherwise: string): void {
  const url = URL.createObjectURL(file.content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameOf(file.disposition, otherwise);
  link.click();
  URL.revokeObjectURL(url);
}
