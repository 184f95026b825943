import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, done, must } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { Auction, Bid, BidInput, BidTemplate, DescribedBid } from '@/api/types';

const closed = async (bid: Promise<DescribedBid>): Promise<Bid> => (await bid) as Bid;

export const bidsQuery = (auctionId: string) =>
  queryOptions({
    queryKey: ['bids', { auctionId }],
    queryFn: async () =>
      (await must(api().GET('/api/v1/bids', { params: { query: { auctionId, limit: 200 } } })))
        .items as Bid[],
  });

export const bidQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['bids', id],
    queryFn: () => closed(must(api().GET('/api/v1/bids/{id}', { params: { path: { id: id ?? '' } } }))),
    enabled: id !== null,
  });

export const validationQuery = (input: BidInput | null) =>
  queryOptions({
    queryKey: ['bid-validation', input],
    queryFn: async ({ signal }) => {
      if (!input) throw new Error('Nothing to validate');
      return { input, ...(await must(api().POST('/api/v1/bids/validate', { body: input, signal }))) };
    },
    enabled: input !== null,
    staleTime: 60_000,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  });

export const createBid = (call: { input: BidInput; key: string }): Promise<Bid> =>
  closed(
    must(
      api().POST('/api/v1/bids', { params: { header: { 'Idempotency-Key': call.key } }, body: call.input }),
    ),
  );

export const amendBid = (bid: Bid, input: BidInput): Promise<Bid> =>
  closed(
    must(
      api().PUT('/api/v1/bids/{id}', {
        params: { path: { id: bid.id }, header: { 'If-Match': etag(bid) } },
        body: input,
      }),
    ),
  );

export const submitBid = (call: { bid: Bid; key: string }): Promise<Bid> =>
  closed(
    must(
      api().POST('/api/v1/bids/{id}/submit', {
        params: {
          path: { id: call.bid.id },
          header: { 'If-Match': etag(call.bid), 'Idempotency-Key': call.key },
        },
      }),
    ),
  );

export const requestApproval = (call: { bid: Bid; key: string }): Promise<Bid> =>
  closed(
    must(
      api().POST('/api/v1/bids/{id}/approval', {
        params: {
          path: { id: call.bid.id },
          header: { 'If-Match': etag(call.bid), 'Idempotency-Key': call.key },
        },
      }),
    ),
  );

export const cancelBid = (bid: Bid): Promise<Bid> =>
  closed(
    must(
      api().POST('/api/v1/bids/{id}/cancel', {
        params: { path: { id: bid.id }, header: { 'If-Match': etag(bid) } },
      }),
    ),
  );

/** The versions of a bid; asked again when there is a newer one. */
export const versionsQuery = (id: string, newest: number) =>
  queryOptions({
    queryKey: ['bids', id, 'versions', newest],
    queryFn: async () =>
      (await must(api().GET('/api/v1/bids/{id}/versions', { params: { path: { id } } }))).items,
  });

export const diffQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['bids', id, 'diff', from, to],
    queryFn: () =>
      must(api().GET('/api/v1/bids/{id}/diff', { params: { path: { id }, query: { from, to } } })),
  });

export const blockOutcomesQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['bids', id, 'block-outcomes'],
    queryFn: async () =>
      (await must(api().GET('/api/v1/bids/{id}/block-outcomes', { params: { path: { id: id ?? '' } } })))
        .items,
    enabled: id !== null,
  });

export const templatesQuery = (wanted: boolean) =>
  queryOptions({
    queryKey: ['bid-templates'],
    queryFn: async () => (await must(api().GET('/api/v1/bid-templates'))).items,
    enabled: wanted,
  });

export const keepTemplate = (call: { name: string; bidId: string; key: string }): Promise<BidTemplate> =>
  must(
    api().POST('/api/v1/bid-templates', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: { name: call.name, bidId: call.bidId },
    }),
  );

export const applyTemplate = (call: { id: string; auctionId: string; key: string }) =>
  must(
    api().POST('/api/v1/bid-templates/{id}/apply', {
      params: { path: { id: call.id }, header: { 'Idempotency-Key': call.key } },
      body: { auctionId: call.auctionId },
    }),
  );

export const deleteTemplate = (template: BidTemplate): Promise<void> =>
  done(
    api().DELETE('/api/v1/bid-templates/{id}', {
      params: { path: { id: template.id }, header: { 'If-Match': etag(template) } },
    }),
  );

/** A bid's newest version as a draft of another auction, of its own asset unless another is named. */
export const cloneBid = (call: { id: string; auctionId: string; assetId?: string; key: string }) =>
  must(
    api().POST('/api/v1/bids/{id}/clone', {
      params: { path: { id: call.id }, header: { 'Idempotency-Key': call.key } },
      body: { auctionId: call.auctionId, ...(call.assetId ? { assetId: call.assetId } : {}) },
    }),
  );

type Market = Pick<Auction, 'exchangeId' | 'marketCode'>;

const ofMarket = ({ exchangeId, marketCode }: Market) => ({
  marketCode,
  limit: 200,
  ...(exchangeId ? { exchangeId } : {}),
});

/** The newest own bids in a market of an exchange, to see on which days there are any. */
export const marketBidsQuery = (market: Market) =>
  queryOptions({
    queryKey: ['bids', 'of-market', market.exchangeId ?? null, market.marketCode],
    queryFn: async () =>
      (await must(api().GET('/api/v1/bids', { params: { query: ofMarket(market) } }))).items as Bid[],
  });

/** A market's auctions of a day, and the own bids in them: what can be copied to another day. */
export const pastDayQuery = (market: Market, day: string) =>
  queryOptions({
    queryKey: ['bids', 'of-day', market.exchangeId ?? null, market.marketCode, day],
    queryFn: async () => {
      const query = { ...ofMarket(market), day };
      const [auctions, bids] = await Promise.all([
        must(api().GET('/api/v1/auctions', { params: { query } })),
        must(api().GET('/api/v1/bids', { params: { query } })),
      ]);
      return { auctions: auctions.items, bids: bids.items as Bid[] };
    },
    enabled: day !== '',
  });

/** Bids of a past day as drafts of an auction, all or none. */
export const copyBids = (call: { auctionId: string; bidIds: string[]; key: string }) =>
  must(
    api().POST('/api/v1/bids/copy', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: { auctionId: call.auctionId, bidIds: call.bidIds },
    }),
  );

/** Moves prices and scales quantities of bids, all or none. */
export const bulkEdit = (call: { bids: Bid[]; edit: BulkChange; key: string }) =>
  must(
    api().POST('/api/v1/bids/bulk', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: { bids: call.bids.map((b) => ({ id: b.id, version: b.version })), ...call.edit },
    }),
  );

export interface BulkChange {
  blocks?: number[];
  priceShift?: number;
  pricePercent?: number;
  quantityPercent?: number;
}

/** Submits all that is ready for a gate, or only says what would happen. */
export const submitReady = (call: { auctionId: string; dryRun: boolean; key: string }) =>
  must(
    api().POST('/api/v1/auctions/{id}/submissions', {
      params: { path: { id: call.auctionId }, header: { 'Idempotency-Key': call.key } },
      body: { dryRun: call.dryRun },
    }),
  );
