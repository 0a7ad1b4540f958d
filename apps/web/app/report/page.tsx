import type { Metadata } from 'next';
import '@/messages/full';
import { Report } from '@/components/lesson/report/Report';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('report.title') };

export default function ReportPage() {
  return <Report />;
}
