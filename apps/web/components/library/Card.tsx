'use client';
import type { ScenarioCard } from '@btt/protocol';
import Link from 'next/link';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Prose } from '@/components/ui/Prose';
import { t } from '@/messages';
import { Facts } from './Facts';

/** Devices shown before the preview is opened. */
const DEVICES = 6;

/** A scenario with its facts: for whom, how long, what it teaches. The preview says what it is about. */
export function Card({ card }: { readonly card: ScenarioCard }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <article className="flex flex-col rounded-lg border border-line bg-sheet p-5">
      <p className="text-sm text-muted">{card.period}</p>
      <h3 className="text-2xl" lang={card.language}>
        {card.title}
      </h3>
      <p className="mt-1 font-serif text-lg" lang={card.language}>
        {card.tagline}
      </p>
      <Facts card={card} devices={open ? card.devices.length : DEVICES} />
      <div id={id} hidden={!open} className="mt-3 border-t border-line pt-1">
        <Prose text={card.summary} language={card.language} />
        <p className="mt-2 text-sm text-muted">{t('library.licence', { licence: card.licence })}</p>
      </div>
      <div className="mt-auto flex flex-wrap items-center gap-x-5 gap-y-1 pt-3 text-sm font-semibold">
        <Button
          look="quiet"
          className="px-0"
          aria-expanded={open}
          aria-controls={id}
          aria-label={open ? undefined : t('library.preview', { title: card.title })}
          onClick={() => setOpen(!open)}
        >
          {open ? t('library.preview.hide') : t('library.preview.show')}
        </Button>
        <Link
          href={`/scenario?id=${card.id}`}
          aria-label={t('library.read.of', { title: card.title })}
          className="inline-flex min-h-11 items-center"
        >
          {t('library.read')}
        </Link>
        <Link
          href={`/host?scenario=${card.id}`}
          aria-label={t('library.host.of', { title: card.title })}
          className="inline-flex min-h-11 items-center"
        >
          {t('library.host')}
        </Link>
        <Link
          href={`/solo?scenario=${card.id}&now`}
          aria-label={t('solo.card.of', { title: card.title })}
          className="inline-flex min-h-11 items-center"
        >
          {t('solo.card')}
        </Link>
      </div>
    </article>
  );
}
