import type { Metadata } from 'next';
import { Join } from '@/components/join/Join';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('join.title') };

export default function JoinPage() {
  return <Join />;
}
