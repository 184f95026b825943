import type { Metadata } from 'next';
import { PriceDesk } from '@/features/prices/components/price-desk';

export const metadata: Metadata = { title: 'Prices' };

export default function PricesPage() {
  return <PriceDesk />;
}
