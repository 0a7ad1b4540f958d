import '@/messages/library';
import type { Metadata } from 'next';
import { ScenarioPage } from '@/components/scenario/ScenarioPage';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('scenario.title') };

export default function Page() {
  return <ScenarioPage />;
}
