import { useQueryClient } from '@tanstack/react-query';
import type { Auction } from '@/api/types';
import type { Delivery } from '@/features/live/live-model';
import { useChannel } from '@/features/live/use-live';
import { refreshAuction } from './api';

/**
 * Keeps everything of an auction's page live: whatever an event may have changed is fetched again.
 *
 * @param area whose prices are watched; empty for none
 */
export function useAuctionWatch(auction: Auction, area: string): void {
  const queries = useQueryClient();
  const again = (...keys: unknown[]) => void queries.invalidateQueries({ queryKey: keys });
  const isOwn = (d: Delivery) =>
    d.kind !== 'update' || (d.data as { auctionId?: string } | null)?.auctionId === auction.id;
  useChannel(`auctions.${auction.marketCode}`, (d) => {
    if (!isOwn(d)) return;
    refreshAuction(queries, auction.id);
    again('awards', auction.id);
    again('positions', auction.id);
  });
  useChannel(area ? `market.prices.${auction.marketCode}.${area}` : null, (d) => {
    if (d.kind === 'update' && isOwn(d)) refreshAuction(queries, auction.id);
  });
  useChannel('bids', () => {
    again('bids');
    again('outside-auctions', auction.id);
    again('awards', auction.id);
    again('positions', auction.id);
  });
}
