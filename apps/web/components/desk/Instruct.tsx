'use client';
import { useState } from 'react';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';

/** Tells the own negotiators what to bring home. */
export function Instruct() {
  const { brief } = usePlay();
  const { act, busy, error } = useAct();
  const [wish, setWish] = useState('');
  const [words, setWords] = useState('');
  const [issue, option] = wish.split(' ');
  const ready = wish !== '' || words.trim() !== '';
  return (
    <form
      className="mb-4 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const text = words.trim();
        void act({
          type: 'instruct',
          ...(issue && option ? { issue, option } : {}),
          ...(text ? { words: text } : {}),
        }).then((done) => {
          if (!done) return;
          setWish('');
          setWords('');
        });
      }}
    >
      <p className="font-semibold">{t('instruct.title')}</p>
      <label className="text-sm">
        {t('instruct.wish')}
        <select
          value={wish}
          onChange={(event) => setWish(event.target.value)}
          className="mt-1 min-h-11 w-full rounded-md border border-line-strong bg-sheet px-2 text-base"
        >
          <option value="">{t('instruct.none')}</option>
          {brief.public.issues.map((one) => (
            <optgroup key={one.id} label={one.name}>
              {one.options.map((choice) => (
                <option key={choice.id} value={`${one.id} ${choice.id}`}>
                  {choice.short || choice.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label className="text-sm">
        {t('instruct.words')}
        <input
          value={words}
          maxLength={400}
          onChange={(event) => setWords(event.target.value)}
          className="mt-1 min-h-11 w-full rounded-md border border-line-strong bg-sheet px-3 text-base"
        />
      </label>
      <Button type="submit" disabled={!ready || busy}>
        {t('instruct.send')}
      </Button>
      {error && <p role="alert">{error}</p>}
    </form>
  );
}
