import type { Metadata } from 'next';
import { StatusBoard } from '@/features/status/components/status-board';

export const metadata: Metadata = { title: 'Status' };

export default function StatusBoardPage() {
  return <StatusBoard />;
}
