'use client';
import '@/messages/library';
import type { ScenarioCard } from '@btt/protocol';
import Link from 'next/link';
import { useState } from 'react';
import { ANYTHING, fitting } from '@/lib/filter';
import { useLibrary } from '@/lib/library';
import { LanguageSwitch } from '@/components/language/LanguageSwitch';
import { t } from '@/messages';
import { Card } from './Card';
import { Filters } from './Filters';
import { OwnLibrary } from './OwnLibrary';

/** What can be played here: cards anybody may read, and the scenarios that this browser brought along. */
export function Library() {
  const library = useLibrary();
  return (
    <main className="mx-auto flex max-w-6xl flex-col gap-5 px-4 py-8">
      <p>
        <Link href="/" className="inline-flex min-h-11 items-center">
          {t('app.name')}
        </Link>
      </p>
      <header>
        <h1 className="text-3xl">{t('library.title')}</h1>
        <p className="mt-1 max-w-prose text-muted">{t('library.intro')}</p>
      </header>
      {library.kind === 'loading' && <p role="status">{t('library.loading')}</p>}
      {library.kind === 'failed' && <p role="alert">{t('library.failed')}</p>}
      {library.kind === 'ready' && library.cards.length === 0 && <p>{t('library.empty')}</p>}
      {library.kind === 'ready' && library.cards.length > 0 && <Shipped cards={library.cards} />}
      <OwnLibrary />
      <LanguageSwitch />
    </main>
  );
}

function Shipped({ cards }: { readonly cards: readonly ScenarioCard[] }) {
  const [wanted, setWanted] = useState(ANYTHING);
  const found = fitting(cards, wanted);
  return (
    <section aria-label={t('library.shipped')} className="flex flex-col gap-5">
      <Filters cards={cards} wanted={wanted} found={found.length} onChange={setWanted} />
      <h2 className="sr-only">{t('library.shipped')}</h2>
      {found.length === 0 && <p>{t('library.none')}</p>}
      <div className="grid items-stretch gap-5 lg:grid-cols-2">
        {found.map((card) => (
          <Card key={card.id} card={card} />
        ))}
      </div>
    </section>
  );
}
