import { queryOptions } from '@tanstack/react-query';
import { api, done, must } from '@/api/client';
import type { NoBidInput, NoBidPolicy, StandingBid } from '@/api/types';
import { REAL_TIME } from '@/features/exchange/event-model';

/** Under the exchange's key, as everything that its events make old. */
export const standingQuery = (exchangeId: string) =>
  queryOptions({
    queryKey: ['exchange', exchangeId, 'standing'],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/exchanges/{id}/standing-bids', { params: { path: { id: exchangeId } } }),
        )
      ).items,
    enabled: exchangeId !== '',
  });

export type StandingInput = Pick<StandingBid, 'areaCode' | 'side' | 'points'>;

export const setStanding = (call: {
  exchangeId: string;
  assetId: string;
  input: StandingInput;
}): Promise<StandingBid> =>
  must(
    api().PUT('/api/v1/exchanges/{id}/standing-bids/{assetId}', {
      params: { path: { id: call.exchangeId, assetId: call.assetId } },
      body: call.input,
    }),
  );

export const endStanding = (standing: StandingBid): Promise<void> =>
  done(
    api().DELETE('/api/v1/exchanges/{id}/standing-bids/{assetId}', {
      params: { path: { id: standing.exchangeId, assetId: standing.assetId } },
    }),
  );

/** Under the exchange's key, as everything that its events make old. */
export const noBidPoliciesQuery = (exchangeId: string) =>
  queryOptions({
    queryKey: ['exchange', exchangeId, 'no-bid-policies'],
    queryFn: async () =>
      (
        await must(
          api().GET('/api/v1/exchanges/{id}/no-bid-policies', { params: { path: { id: exchangeId } } }),
        )
      ).items,
  });

export const putNoBidPolicy = (call: {
  exchangeId: string;
  assetId: string;
  input: NoBidInput;
}): Promise<NoBidPolicy> =>
  must(
    api().PUT('/api/v1/exchanges/{id}/no-bid-policies/{marketCode}/{assetId}', {
      params: { path: { id: call.exchangeId, marketCode: REAL_TIME, assetId: call.assetId } },
      body: call.input,
    }),
  );

export const endNoBidPolicy = (policy: NoBidPolicy): Promise<void> =>
  done(
    api().DELETE('/api/v1/exchanges/{id}/no-bid-policies/{marketCode}/{assetId}', {
      params: {
        path: { id: policy.exchangeId, marketCode: policy.marketCode, assetId: policy.assetId },
      },
    }),
  );
