'use client';
import { Page } from '@/ui/panel';
import { ExchangeAuctions } from './exchange-auctions';
import { ImportedDays } from './imported-days';

export function AuctionList() {
  return (
    <Page
      title="Auctions"
      hint="What your exchanges trade, day by day, and every imported day as an auction of your own."
    >
      <ExchangeAuctions />
      <ImportedDays />
    </Page>
  );
}
