import type { Metadata } from 'next';
import { AuctionList } from '@/features/auctions/components/auction-list';

export const metadata: Metadata = { title: 'Auctions' };

export default function AuctionListPage() {
  return <AuctionList />;
}
