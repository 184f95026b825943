import type { Metadata } from 'next';
import { ImportReport } from '@/features/imports/components/import-report';

export const metadata: Metadata = { title: 'Import' };

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  return <ImportReport importId={(await params).id} />;
}
