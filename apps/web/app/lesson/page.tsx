import type { Metadata } from 'next';
import '@/messages/full';
import { Lead } from '@/components/lesson/lead/Lead';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('lesson.title') };

export default function LessonPage() {
  return <Lead />;
}
