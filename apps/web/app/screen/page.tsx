import type { Metadata } from 'next';
import '@/messages/full';
import { Screen } from '@/components/screen/Screen';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('screen.title') };

export default function ScreenPage() {
  return <Screen />;
}
