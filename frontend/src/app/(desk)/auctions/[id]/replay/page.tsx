import type { Metadata } from 'next';
import { ReplayPage } from '@/features/replay/components/replay-page';

export const metadata: Metadata = { title: 'Replay' };

export default async function AuctionReplayPage({ params }: { params: Promise<{ id: string }> }) {
  return <ReplayPage auctionId={(await params).id} />;
}
