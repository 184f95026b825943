import type { Metadata } from 'next';
import { Workspace } from '@/features/auctions/components/workspace';

export const metadata: Metadata = { title: 'Auction' };

export default async function AuctionPage({ params }: { params: Promise<{ id: string }> }) {
  return <Workspace auctionId={(await params).id} />;
}
