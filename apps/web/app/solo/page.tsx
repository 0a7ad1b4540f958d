import type { Metadata } from 'next';
import '@/messages/full';
import { Solo } from '@/components/solo/Solo';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('solo.title') };

export default function SoloPage() {
  return <Solo />;
}
