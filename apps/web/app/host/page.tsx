import type { Metadata } from 'next';
import '@/messages/full';
import { Launch } from '@/components/host/Launch';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('host.title') };

export default function HostPage() {
  return <Launch />;
}
