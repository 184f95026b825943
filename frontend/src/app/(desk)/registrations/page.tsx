import type { Metadata } from 'next';
import { RegistrationsPage } from '@/features/book/components/registrations-page';

export const metadata: Metadata = { title: 'Registrations and contracts' };

export default function Registrations() {
  return <RegistrationsPage />;
}
