import type { Metadata } from 'next';
import { AssetView } from '@/features/assets/components/asset-view';

export const metadata: Metadata = { title: 'Asset' };

export default async function AssetPage({ params }: { params: Promise<{ id: string }> }) {
  return <AssetView id={(await params).id} />;
}
