import type { Metadata } from 'next';
import { RulesPage } from '@/features/rules/components/rules-page';

export const metadata: Metadata = { title: 'Rules' };

export default function Rules() {
  return <RulesPage />;
}
