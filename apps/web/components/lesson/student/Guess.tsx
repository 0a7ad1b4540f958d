'use client';
import { type Desk, type LessonNow, MOST_GUESSES } from '@btt/protocol';
import { useState } from 'react';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { useLessonAct } from '../useLesson';

/** Before the truth is told: up to three moves that mattered most, of those that this role knows of. */
export function Guess({
  lesson,
  person,
  desk,
}: {
  readonly lesson: LessonNow;
  readonly person: string;
  readonly desk: Desk;
}) {
  const { join, error } = useLessonAct();
  const saved = lesson.view.guesses[person]?.moves ?? [];
  const [chosen, setChosen] = useState<readonly string[]>(saved);
  const late = lesson.view.shown.some((step) => TELLING.has(step));
  const full = chosen.length >= MOST_GUESSES;
  async function choose(move: string): Promise<void> {
    const next = chosen.includes(move) ? chosen.filter((one) => one !== move) : [...chosen, move];
    setChosen(next);
    if (!(await join({ type: 'guess', moves: [...next] }))) setChosen(chosen);
  }
  return (
    <Panel title={t('guess.title')}>
      <p className="mb-3 max-w-prose">{t('guess.note')}</p>
      {desk.moves.length === 0 && <p>{t('guess.none')}</p>}
      <fieldset disabled={late}>
        <legend className="sr-only">{t('guess.title')}</legend>
        <div className="flex flex-col gap-2">
          {desk.moves.map((move) => {
            const on = chosen.includes(move.id);
            return (
              <label
                key={move.id}
                className={`flex min-h-11 items-center gap-3 rounded-md border px-3 py-2 ${on ? 'border-brass bg-brass-wash' : 'border-line'}`}
              >
                <input
                  type="checkbox"
                  checked={on}
                  disabled={!on && full}
                  onChange={() => void choose(move.id)}
                  className="size-5 shrink-0 accent-ink"
                />
                <span>{move.headline}</span>
              </label>
            );
          })}
        </div>
      </fieldset>
      <p role="status" className="mt-3 text-sm text-muted">
        {late
          ? t('guess.late')
          : full
            ? t('guess.full')
            : t('guess.left', { count: MOST_GUESSES - chosen.length })}
      </p>
      {error && (
        <p role="alert" className="text-oxblood">
          {error}
        </p>
      )}
    </Panel>
  );
}

/** As the rules have it: what tells, or lets it be worked out. */
const TELLING: ReadonlySet<string> = new Set(['replay', 'mattered', 'compared', 'discuss']);
