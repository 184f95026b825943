import type { Metadata } from 'next';
import { ApprovalsPage } from '@/features/risk/components/approvals-page';

export const metadata: Metadata = { title: 'Approvals' };

export default function Approvals() {
  return <ApprovalsPage />;
}
