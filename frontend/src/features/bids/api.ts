import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, done, must } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { Bid, BidInput, BidTemplate, DescribedBid } from '@/api/types';

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
