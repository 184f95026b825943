import type { Metadata } from 'next';
import { ImportDesk } from '@/features/imports/components/import-desk';

export const metadata: Metadata = { title: 'Imports' };

export default function ImportDeskPage() {
  return <ImportDesk />;
}
