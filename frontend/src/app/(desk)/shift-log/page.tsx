import type { Metadata } from 'next';
import { ShiftLogPage } from '@/features/shift-log/components/shift-log-page';

export const metadata: Metadata = { title: 'Shift log' };

export default function ShiftLogPageRoute() {
  return <ShiftLogPage />;
}
