import type { Metadata } from 'next';
import { OutsidePage } from '@/features/outside/components/outside-page';

export const metadata: Metadata = { title: 'Real markets' };

export default function OutsideAuctions() {
  return <OutsidePage />;
}
