import { queryOptions } from '@tanstack/react-query';
import { api, done, must } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { Asset, AssetInput } from '@/api/types';

export const assetsQuery = queryOptions({
  queryKey: ['assets'],
  queryFn: async () => (await must(api().GET('/api/v1/assets', { params: { query: { limit: 200 } } }))).items,
});

export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: async () => (await must(api().GET('/api/v1/sites', { params: { query: { limit: 200 } } }))).items,
});

export const assetQuery = (id: string) =>
  queryOptions({
    queryKey: ['assets', id],
    queryFn: () => must(api().GET('/api/v1/assets/{id}', { params: { path: { id } } })),
  });

/** The exchanges on whose days an asset may have been metered: the shared one and own sandboxes. */
export const meteringExchangesQuery = queryOptions({
  queryKey: ['metering-exchanges'],
  queryFn: async () => (await must(api().GET('/api/v1/exchanges'))).items,
});

export const deviationQuery = (id: string, exchangeId: string, day: string) =>
  queryOptions({
    queryKey: ['assets', id, 'deviation', exchangeId, day],
    queryFn: () =>
      must(
        api().GET('/api/v1/assets/{id}/deviation', {
          params: { path: { id }, query: { exchangeId, day } },
        }),
      ),
    enabled: exchangeId !== '' && day !== '',
  });

export const createAsset = (call: { input: AssetInput; key: string }): Promise<Asset> =>
  must(
    api().POST('/api/v1/assets', { params: { header: { 'Idempotency-Key': call.key } }, body: call.input }),
  );

export const changeAsset = (asset: Asset, input: AssetInput): Promise<Asset> =>
  must(
    api().PUT('/api/v1/assets/{id}', {
      params: { path: { id: asset.id }, header: { 'If-Match': etag(asset) } },
      body: input,
    }),
  );

export const removeAsset = (asset: Asset): Promise<void> =>
  done(
    api().DELETE('/api/v1/assets/{id}', {
      params: { path: { id: asset.id }, header: { 'If-Match': etag(asset) } },
    }),
  );
