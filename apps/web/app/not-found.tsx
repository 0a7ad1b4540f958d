import type { Metadata } from 'next';
import Link from 'next/link';
import { t } from '@/messages';

export const metadata: Metadata = { title: t('notFound.title') };

export default function NotFound() {
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-4 px-4 py-16">
      <h1 className="text-3xl">{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <p>
        <Link href="/">{t('notFound.home')}</Link>
      </p>
    </main>
  );
}
