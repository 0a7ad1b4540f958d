import type { Metadata } from 'next';
import { Library } from '@/components/library/Library';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('library.title') };

export default function LibraryPage() {
  return <Library />;
}
