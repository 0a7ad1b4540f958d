import '@/messages/library';
import type { Metadata } from 'next';
import { Packets } from '@/components/packets/Packets';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('packets.title') };

export default function Page() {
  return <Packets />;
}
