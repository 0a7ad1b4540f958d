import type { Metadata } from 'next';
import '@/messages/full';
import { Play } from '@/components/play/Play';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('play.title') };

export default function PlayPage() {
  return <Play />;
}
