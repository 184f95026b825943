import type { Metadata } from 'next';
import { Desk } from '@/features/desk/components/desk';

export const metadata: Metadata = { title: 'Desk' };

export default function DeskPage() {
  return <Desk />;
}
