import type { Metadata } from 'next';
import { AnalyticsDesk } from '@/features/analytics/components/analytics-desk';

export const metadata: Metadata = { title: 'Analytics' };

export default function AnalyticsPage() {
  return <AnalyticsDesk />;
}
