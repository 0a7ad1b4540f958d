'use client';
import { useSyncExternalStore } from 'react';
import { t } from '@/messages';
import { LANGUAGES, onSpoken, speak, spokenAtFirst, spokenNow } from '@/messages/language';

/** Each in its own words, so that whoever reads none of the others finds it. */
const NAMES = { en: 'English', de: 'Deutsch' } as const;

/** The language of the interface; scenarios have their own. */
export function LanguageSwitch() {
  const { language } = useSyncExternalStore(onSpoken, spokenNow, spokenAtFirst);
  return (
    <div role="group" aria-label={t('language.choose')} className="flex gap-1 text-sm">
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          className="min-h-11 rounded-md px-3 text-blue aria-pressed:font-semibold aria-pressed:text-ink"
          onClick={() => speak(one)}
        >
          {NAMES[one]}
        </button>
      ))}
    </div>
  );
}
