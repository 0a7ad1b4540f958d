'use client';
import type { ScenarioSheet } from '@btt/protocol';
import Link from 'next/link';
import { useState } from 'react';
import { LanguageChoice } from '@/components/host/LanguageChoice';
import { Button } from '@/components/ui/Button';
import { duplicateScenario, exportScenario } from '@/lib/bundle';
import { t } from '@/messages';

/** The scenario's title, and what can be done with the whole of it. */
export function Header({
  sheet,
  onLanguage,
}: {
  readonly sheet: ScenarioSheet;
  readonly onLanguage: (language: string) => void;
}) {
  const { ref, card, version } = sheet;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function duplicate(): Promise<void> {
    setBusy(true);
    setError(null);
    const answer = await duplicateScenario(ref, t('own.duplicate.title', { title: card.title }));
    setBusy(false);
    if (!answer.ok) return setError(answer.message);
    // A page of its own: what the other one had begun is not carried over.
    location.assign(`/scenario?id=${answer.scenario.ref}#edit`);
  }

  return (
    <header className="flex flex-col gap-2">
      <p className="text-sm text-muted">{card.period}</p>
      <h1 className="text-3xl" lang={card.language}>
        {card.title}
      </h1>
      <p className="max-w-prose font-serif text-lg" lang={card.language}>
        {card.tagline}
      </p>
      <p className="max-w-prose rounded-md border border-l-4 border-brass bg-brass-wash p-2 text-sm">
        {version !== null && <strong>{t('own.badge')} · </strong>}
        {t('scenario.spoiler')}
      </p>
      {card.languages.length > 1 && (
        <div className="max-w-xs">
          <LanguageChoice languages={card.languages} chosen={card.language} onChoose={onLanguage} />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Link
          href={`/host?scenario=${ref}`}
          className="inline-flex min-h-11 items-center rounded-md border border-ink bg-ink px-4 text-sm font-semibold text-sheet no-underline"
        >
          {t('scenario.host')}
        </Link>
        <Button disabled={busy} title={t('own.duplicate.note')} onClick={() => void duplicate()}>
          {busy ? t('own.duplicate.busy') : t('own.duplicate')}
        </Button>
        <Button onClick={() => void exportScenario(ref, card.title).then(setError)}>{t('own.export')}</Button>
      </div>
      {error && (
        <p role="alert" className="text-oxblood">
          {t('action.failed', { reason: error })}
        </p>
      )}
    </header>
  );
}
