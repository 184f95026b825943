import { queryOptions } from '@tanstack/react-query';
import { api, done, must } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { Asset, AssetInput } from '@/api/types';

export const assetsQuery = queryOptions({
  queryKey: ['assets'],
  queryFn: async () => (await must(api().GET('/api/v1/assets', { params: { query: { limit: 200 } } }))).items,
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
