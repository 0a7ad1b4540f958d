import type { Metadata } from 'next';
import '@/messages/full';
import { Return } from '@/components/play/Return';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('return.title') };

export default function ReturnPage() {
  return <Return />;
}
