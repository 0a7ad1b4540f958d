'use client';
import { useId } from 'react';
import { usePlay } from '@/components/play/context';
import { t } from '@/messages';
import type { Chart, Named } from './lists';
import { roleName, roleNames } from './names';
import { KnownAndRisk } from './parts';

interface Props {
  readonly drafts: readonly Named<Chart>[];
  readonly chosen: string | null;
  readonly onChoose: (draft: Named<Chart> | null) => void;
}

/** From which draft the speech is given; its words are taken over and can be changed. */
export function DraftChoice({ drafts, chosen, onChoose }: Props) {
  const play = usePlay();
  const id = useId();
  const draft = drafts.find((one) => one.id === chosen);
  return (
    <fieldset className="rounded-md border border-brass p-3">
      <legend className="px-1 font-semibold">{t('speech.draft')}</legend>
      {[null, ...drafts].map((one) => (
        <label key={one?.id ?? ''} className="flex min-h-11 items-center gap-2 text-sm">
          <input
            type="radio"
            name={id}
            className="size-5 shrink-0"
            checked={chosen === (one?.id ?? null)}
            onChange={() => onChoose(one)}
          />
          {one === null ? t('speech.draft.none') : t('speech.draft.by', { who: roleName(play, one.role) })}
        </label>
      ))}
      {draft && draft.chart.constituencies.length > 0 && (
        <p className="text-sm">
          {t('speech.draft.wins', { who: roleNames(play, draft.chart.constituencies) })}
        </p>
      )}
      <KnownAndRisk known={t('draftSpeech.known')} />
    </fieldset>
  );
}
