import type { Metadata } from 'next';
import { Workspace } from '@/features/auctions/components/workspace';

export const metadata: Metadata = { title: 'Auction' };

interface Address {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ bid?: string | string[] }>;
}

export default async function AuctionPage({ params, searchParams }: Address) {
  const { bid } = await searchParams;
  return <Workspace auctionId={(await params).id} bidId={typeof bid === 'string' ? bid : null} />;
}
