'use client';
import { type LessonNow, type Prompt, PROMPTS } from '@btt/protocol';
import Link from 'next/link';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { useLive } from '@/lib/live';
import { t } from '@/messages';
import { useLessonAct } from '../useLesson';

/** A page to keep, in the student's own words. */
export function Reflect({ lesson, person }: { readonly lesson: LessonNow; readonly person: string }) {
  const code = useLive((state) => state.session.code);
  return (
    <Panel title={t('reflect.title')}>
      <p className="mb-4 max-w-prose text-sm text-muted">{t('reflect.note')}</p>
      <div className="flex flex-col gap-4">
        {PROMPTS.map((prompt) => (
          <Ask key={prompt} prompt={prompt} saved={wordsOf(lesson, person, prompt)} />
        ))}
      </div>
      <p className="mt-4">
        <Link href={`/report?code=${code}`} className="inline-flex min-h-11 items-center font-semibold">
          {t('reflect.page')}
        </Link>
      </p>
    </Panel>
  );
}

export function wordsOf({ view, words }: LessonNow, person: string, prompt: Prompt): string {
  const id = view.reflections[person]?.[prompt];
  return id === undefined ? '' : (words[id] ?? '');
}

/** Twice what fits into a message of the talk. */
const LONGEST = 2400;

function Ask({ prompt, saved }: { readonly prompt: Prompt; readonly saved: string }) {
  const id = useId();
  const { join, busy, error } = useLessonAct();
  const [text, setText] = useState(saved);
  const words = text.trim();
  const same = words === saved;
  return (
    <form
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        void join({ type: 'reflect', prompt, ...(words === '' ? {} : { words }) });
      }}
    >
      <label htmlFor={id} className="font-semibold">
        {t(`reflect.ask.${prompt}`)}
      </label>
      <textarea
        id={id}
        value={text}
        rows={4}
        maxLength={LONGEST}
        onChange={(event) => setText(event.target.value)}
        className="rounded-md border border-line-strong bg-sheet p-3 font-serif text-base text-ink"
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={busy || same}>
          {t('reflect.save')}
        </Button>
        <span role="status" className="text-sm text-muted">
          {same ? (saved === '' ? '' : t('reflect.saved')) : t('reflect.unsaved')}
        </span>
        {error && (
          <span role="alert" className="text-oxblood">
            {error}
          </span>
        )}
      </div>
    </form>
  );
}
