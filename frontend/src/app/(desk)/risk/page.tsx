import type { Metadata } from 'next';
import { RiskPage } from '@/features/risk/components/risk-page';

export const metadata: Metadata = { title: 'Risk' };

export default function Risk() {
  return <RiskPage />;
}
