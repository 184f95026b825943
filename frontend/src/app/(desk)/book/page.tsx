import type { Metadata } from 'next';
import { BookPage } from '@/features/book/components/book-page';

export const metadata: Metadata = { title: 'Book' };

export default function Book() {
  return <BookPage />;
}
