'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/messages';
import { Numbers } from './Numbers';
import { State } from './State';
import { Texts } from './Texts';
import { useDraft } from './useDraft';

interface Props {
  /** The address of one's own scenario. */
  readonly scenario: string;
  /** After a version was saved that has no problems. */
  readonly onSaved: () => void;
}

/** The files of one's own scenario, as texts or as a form of their numbers. */
export function Edit({ scenario, onSaved }: Props) {
  const { draft, state } = useDraft(scenario, onSaved);
  const [way, setWay] = useState<'texts' | 'numbers'>('texts');
  const { error, files } = state;
  return (
    <section aria-label={t('edit.title')} className="flex flex-col gap-3">
      {error && (
        <Notice tone="error" role="alert">
          <p>
            {error.code === 'outdated' ? t('edit.outdated') : t('edit.failed', { reason: error.message })}
          </p>
          {(error.code === 'outdated' || !files) && (
            <Button className="mt-2" onClick={draft?.load}>
              {t('edit.reload')}
            </Button>
          )}
        </Notice>
      )}
      {!files && !error && <p role="status">{t('scenario.loading')}</p>}
      {files && draft && (
        <>
          <div className="sticky top-0 z-10 flex flex-wrap items-center gap-2 border-b border-line bg-paper py-2">
            <div role="group" aria-label={t('edit.way')} className="flex">
              {(['texts', 'numbers'] as const).map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={way === one}
                  onClick={() => setWay(one)}
                  className="min-h-11 border border-line-strong bg-sheet px-4 text-sm font-semibold first:rounded-s-md last:rounded-e-md last:border-s-0 aria-pressed:bg-ink aria-pressed:text-sheet"
                >
                  {t(`edit.${one}`)}
                </button>
              ))}
            </div>
            <State draft={draft} state={state} />
          </div>
          {way === 'texts' ? <Texts draft={draft} state={state} /> : <Numbers draft={draft} state={state} />}
        </>
      )}
    </section>
  );
}
