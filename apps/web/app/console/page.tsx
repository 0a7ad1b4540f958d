import type { Metadata } from 'next';
import '@/messages/full';
import { Console } from '@/components/console/Console';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('console.title') };

export default function ConsolePage() {
  return <Console />;
}
