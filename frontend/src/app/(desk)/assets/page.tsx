import type { Metadata } from 'next';
import { AssetDesk } from '@/features/assets/components/asset-desk';

export const metadata: Metadata = { title: 'Assets' };

export default function AssetDeskPage() {
  return <AssetDesk />;
}
