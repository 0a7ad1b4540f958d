import type { Metadata } from 'next';
import '@/messages/full';
import { Debrief } from '@/components/debrief/Debrief';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('debrief.title') };

export default function DebriefPage() {
  return <Debrief />;
}
