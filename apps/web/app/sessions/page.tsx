import type { Metadata } from 'next';
import '@/messages/full';
import { SessionShelf } from '@/components/room/SessionShelf';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('sessions.title') };

export default function SessionsPage() {
  return <SessionShelf />;
}
