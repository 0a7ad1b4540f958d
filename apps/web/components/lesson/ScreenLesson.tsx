'use client';
import type { LessonNow } from '@btt/protocol';
import { useLive } from '@/lib/live';
import { t } from '@/messages';
import { StepContent } from './StepContent';

/** The step that the class is at, for the projector. */
export function ScreenLesson({ lesson }: { readonly lesson: LessonNow }) {
  const tables = useLive((state) => state.tables);
  const scenario = Object.values(tables).find((feed) => feed.brief)?.brief?.public;
  const { view, guessed } = lesson;
  if (!scenario || view.step === null)
    return (
      <p role="status" className="text-4xl">
        {t('lesson.begun')}
      </p>
    );
  return (
    <section
      aria-label={t(`lesson.step.${view.step}`)}
      className="flex flex-col gap-6 [&_.text-base]:text-2xl [&_.text-lg]:text-3xl [&_.text-sm]:text-xl"
    >
      <h2 className="border-b-2 border-line pb-3 text-4xl">{t(`lesson.step.${view.step}`)}</h2>
      <StepContent step={view.step} view={view} scenario={scenario} fresh="" own={null} />
      {view.step === 'guess' && (
        <p role="status" className="text-4xl font-bold">
          {t('guess.count', { count: guessed ?? 0 })}
        </p>
      )}
    </section>
  );
}
