import { queryOptions } from '@tanstack/react-query';
import { api, done, must } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { ApprovalPolicy, ApprovalPolicyInput, Bid, RiskLimit, RiskLimitInput } from '@/api/types';

const OFTEN = 15_000;

export const limitsQuery = queryOptions({
  queryKey: ['risk-limits'],
  queryFn: async () =>
    (await must(api().GET('/api/v1/risk-limits', { params: { query: { limit: 200 } } }))).items,
});

/** What is used; bids of others change it too. */
export const usageQuery = (exchangeId: string, deliveryDay: string) =>
  queryOptions({
    queryKey: ['risk-limits', 'usage', exchangeId, deliveryDay],
    queryFn: async () =>
      (await must(api().GET('/api/v1/risk-limits/usage', { params: { query: { exchangeId, deliveryDay } } })))
        .items,
    refetchInterval: OFTEN,
  });

export const createLimit = (call: { input: RiskLimitInput; key: string }): Promise<RiskLimit> =>
  must(
    api().POST('/api/v1/risk-limits', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: call.input,
    }),
  );

export const replaceLimit = (limit: RiskLimit, input: RiskLimitInput): Promise<RiskLimit> =>
  must(
    api().PUT('/api/v1/risk-limits/{id}', {
      params: { path: { id: limit.id }, header: { 'If-Match': etag(limit) } },
      body: input,
    }),
  );

export const deleteLimit = (limit: RiskLimit): Promise<void> =>
  done(
    api().DELETE('/api/v1/risk-limits/{id}', {
      params: { path: { id: limit.id }, header: { 'If-Match': etag(limit) } },
    }),
  );

export const policyQuery = queryOptions({
  queryKey: ['approval-policy'],
  queryFn: () => must(api().GET('/api/v1/approval-policy')),
});

export const putPolicy = (call: {
  seen: ApprovalPolicy;
  input: ApprovalPolicyInput;
}): Promise<ApprovalPolicy> =>
  must(
    api().PUT('/api/v1/approval-policy', {
      params: { header: { 'If-Match': etag(call.seen) } },
      body: call.input,
    }),
  );

export const pendingQuery = queryOptions({
  queryKey: ['bids', 'pending_approval'],
  queryFn: async () =>
    (await must(api().GET('/api/v1/bids', { params: { query: { state: 'pending_approval', limit: 200 } } })))
      .items as Bid[],
  refetchInterval: OFTEN,
});

/** What the approver of a version should know. */
export const approvalQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['bids', id, 'approval', version],
    queryFn: () => must(api().GET('/api/v1/bids/{id}/approval', { params: { path: { id } } })),
  });

const change = (bid: Bid, key: string) => ({
  path: { id: bid.id },
  header: { 'If-Match': etag(bid), 'Idempotency-Key': key },
});

export const approveBid = (call: { bid: Bid; key: string }) =>
  must(api().POST('/api/v1/bids/{id}/approval/grant', { params: change(call.bid, call.key) }));

export const rejectBid = (call: { bid: Bid; reason: string; key: string }) =>
  must(
    api().POST('/api/v1/bids/{id}/approval/reject', {
      params: change(call.bid, call.key),
      body: { reason: call.reason },
    }),
  );
