import type { Metadata } from 'next';
import { SettlementPage } from '@/features/settlement/components/settlement-page';

export const metadata: Metadata = { title: 'Settlement' };

export default function Settlement() {
  return <SettlementPage />;
}
