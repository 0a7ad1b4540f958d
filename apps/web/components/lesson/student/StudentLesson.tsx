'use client';
import type { Desk, LessonNow, PublicScenario } from '@btt/protocol';
import Link from 'next/link';
import { t } from '@/messages';
import { StepContent } from '../StepContent';
import { Guess } from './Guess';
import { Reflect } from './Reflect';

interface Props {
  readonly lesson: LessonNow;
  readonly person: string;
  /** The seat's own desk; null without a seat. */
  readonly desk: Desk | null;
  readonly scenario: PublicScenario;
}

/** The step that the class is at, on a student's own device. */
export function StudentLesson({ lesson, person, desk, scenario }: Props) {
  const { view, open } = lesson;
  const { step } = view;
  if (!open) return <p role="status">{t('lesson.stillPlaying')}</p>;
  if (step === null)
    return view.running ? <p role="status">{t('lesson.begun')}</p> : <Kept {...{ lesson, person }} />;
  return (
    <section aria-label={t('lesson.title')} className="flex flex-col gap-3">
      <p role="status" className="text-xs font-semibold uppercase tracking-wide text-muted">
        {t('lesson.title')} · {t(`lesson.step.${step}`)}
      </p>
      {step === 'guess' && desk ? (
        <Guess lesson={lesson} person={person} desk={desk} />
      ) : step === 'reflect' ? (
        <Reflect lesson={lesson} person={person} />
      ) : (
        <StepContent step={step} view={view} scenario={scenario} fresh="" own={desk?.table ?? null} />
      )}
      {step === 'replay' && desk && (
        <p>
          <Link
            href={`/debrief?table=${desk.table}`}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {t('moment.record')}
          </Link>
        </p>
      )}
    </section>
  );
}

/** After the lesson the page to keep stays. */
function Kept({ lesson, person }: Pick<Props, 'lesson' | 'person'>) {
  return lesson.view.shown.includes('reflect') ? <Reflect lesson={lesson} person={person} /> : null;
}
