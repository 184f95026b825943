import type { Metadata } from 'next';
import { DeadLetters } from '@/features/operations/components/dead-letters';

export const metadata: Metadata = { title: 'Operations' };

export default function OperationsPage() {
  return <DeadLetters />;
}
