import type { Metadata } from 'next';
import { FilesPage } from '@/features/files/components/files-page';

export const metadata: Metadata = { title: 'Files' };

export default function Files() {
  return <FilesPage />;
}
