import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, must } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { Bid, BidInput, DescribedBid } from '@/api/types';

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

export const cancelBid = (bid: Bid): Promise<Bid> =>
  closed(
    must(
      api().POST('/api/v1/bids/{id}/cancel', {
        params: { path: { id: bid.id }, header: { 'If-Match': etag(bid) } },
      }),
    ),
  );
