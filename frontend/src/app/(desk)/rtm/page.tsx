import type { Metadata } from 'next';
import { RtmCockpit } from '@/features/rtm/components/rtm-cockpit';

export const metadata: Metadata = { title: 'Real time' };

export default function RtmPage() {
  return <RtmCockpit />;
}
