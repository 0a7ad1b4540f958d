'use client';
import Link from 'next/link';
import { useLibrary } from '@/lib/library';
import { t } from '@/messages';
import { Card } from './Card';

/** What can be played here: cards anybody may read. */
export function Library() {
  const library = useLibrary();
  return (
    <main className="mx-auto flex max-w-4xl flex-col gap-5 px-4 py-8">
      <p>
        <Link href="/" className="inline-flex min-h-11 items-center">
          {t('app.name')}
        </Link>
      </p>
      <h1 className="text-3xl">{t('library.title')}</h1>
      {library.kind === 'loading' && <p role="status">{t('library.loading')}</p>}
      {library.kind === 'failed' && <p role="alert">{t('library.failed')}</p>}
      {library.kind === 'ready' && library.cards.length === 0 && <p>{t('library.empty')}</p>}
      {library.kind === 'ready' && library.cards.map((card) => <Card key={card.id} card={card} />)}
    </main>
  );
}
