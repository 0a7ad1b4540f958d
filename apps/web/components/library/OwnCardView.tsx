'use client';
import type { OwnCard } from '@btt/protocol';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { exportScenario } from '@/lib/bundle';
import { ask, scenarioPath } from '@/lib/scenarios';
import { t } from '@/messages';
import { locale } from '@/messages/language';

interface Props {
  readonly scenario: OwnCard;
  readonly onDeleted: () => void;
}

/** One scenario of one's own. Deleting is asked twice. */
export function OwnCardView({ scenario, onDeleted }: Props) {
  const { ref, title, card, problems, changed } = scenario;
  const [sure, setSure] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function remove(): Promise<void> {
    const answer = await ask<{ readonly ok: true }>('DELETE', scenarioPath(ref));
    if (answer.ok || answer.code === 'unknown-scenario') onDeleted();
    else setError(answer.message);
  }

  return (
    <li className="flex flex-col gap-1 p-4">
      <h3 className="text-xl" lang={card?.language}>
        {title}
      </h3>
      <p className="text-sm text-muted">
        {t('own.changed', { when: new Date(changed).toLocaleString(locale()) })}
        {card && ` · ${t('library.players.range', card.players)}`}
      </p>
      {problems > 0 && (
        <p className="text-sm font-semibold text-oxblood">
          {t(problems === 1 ? 'own.problems.one' : 'own.problems.many', { count: problems })}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm font-semibold">
        <Link
          href={`/scenario?id=${ref}`}
          aria-label={t('own.edit.of', { title })}
          className="inline-flex min-h-11 items-center"
        >
          {t('own.edit')}
        </Link>
        {card && (
          <Link
            href={`/host?scenario=${ref}`}
            aria-label={t('library.host.of', { title })}
            className="inline-flex min-h-11 items-center"
          >
            {t('library.host')}
          </Link>
        )}
        <Button
          look="quiet"
          className="px-0"
          aria-label={t('own.export.of', { title })}
          onClick={() => void exportScenario(ref, title).then(setError)}
        >
          {t('own.export')}
        </Button>
        {!sure && (
          <Button
            look="quiet"
            className="px-0"
            aria-label={t('own.delete.of', { title })}
            onClick={() => setSure(true)}
          >
            {t('own.delete')}
          </Button>
        )}
      </div>
      {sure && (
        <div
          role="group"
          aria-label={t('own.delete.of', { title })}
          className="flex flex-wrap items-center gap-2"
        >
          <p className="text-sm">{t('own.delete.sure', { title })}</p>
          <Button look="danger" onClick={() => void remove()}>
            {t('own.delete.yes')}
          </Button>
          <Button onClick={() => setSure(false)}>{t('own.delete.no')}</Button>
        </div>
      )}
      {error && (
        <p role="alert" className="text-sm text-oxblood">
          {error}
        </p>
      )}
    </li>
  );
}
