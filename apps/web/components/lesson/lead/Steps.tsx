'use client';
import type { LessonHostCommand, LessonStep, LessonView } from '@btt/protocol';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { Plan } from './Plan';

interface Props {
  readonly view: LessonView;
  readonly busy: boolean;
  readonly lead: (command: LessonHostCommand) => Promise<boolean>;
}

/** The steps of the running lesson: on, back, or to any of them. */
export function Steps({ view, busy, lead }: Props) {
  const [changing, setChanging] = useState(false);
  const { plan, step, shown } = view;
  const at = step === null ? -1 : plan.indexOf(step);
  const show = (one: LessonStep) => void lead({ type: 'show-step', step: one });
  const [before, after] = [plan[at - 1], plan[at + 1]];
  if (changing)
    return (
      <Plan
        plan={plan}
        busy={busy}
        label={t('lesson.change.keep')}
        onPlan={(next) => {
          setChanging(false);
          void lead({ type: 'begin-lesson', plan: next });
        }}
      />
    );
  return (
    <div>
      <ol className="mb-3 flex flex-col gap-1">
        {plan.map((one) => (
          <li key={one}>
            <button
              type="button"
              disabled={busy}
              aria-current={one === step ? 'step' : undefined}
              onClick={() => show(one)}
              className={`flex min-h-11 w-full flex-wrap items-center justify-between gap-2 rounded-md border px-3 py-1 text-start ${one === step ? 'border-brass bg-brass-wash' : 'border-line'}`}
            >
              <span className="font-semibold">{t(`lesson.step.${one}`)}</span>
              <span className="text-sm text-muted">
                {t(`lesson.state.${one === step ? 'now' : shown.includes(one) ? 'shown' : 'hidden'}`)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        {after && (
          <Button look="strong" disabled={busy} onClick={() => show(after)}>
            {t('lesson.next', { step: t(`lesson.step.${after}`) })}
          </Button>
        )}
        {before && (
          <Button disabled={busy} onClick={() => show(before)}>
            {t('lesson.back', { step: t(`lesson.step.${before}`) })}
          </Button>
        )}
        <Button look="quiet" onClick={() => setChanging(true)}>
          {t('lesson.change')}
        </Button>
        <Button look="quiet" disabled={busy} onClick={() => void lead({ type: 'end-lesson' })}>
          {t('lesson.end')}
        </Button>
      </div>
      <p className="mt-2 text-sm text-muted">{t('lesson.end.note')}</p>
    </div>
  );
}
