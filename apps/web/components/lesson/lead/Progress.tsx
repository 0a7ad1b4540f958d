import type { LessonNow } from '@btt/protocol';
import { t } from '@/messages';

/** How many have answered what the step asks of them. */
export function Progress({ lesson, people }: { readonly lesson: LessonNow; readonly people: number }) {
  const { view, guessed } = lesson;
  if (view.step === 'guess')
    return <p className="text-lg">{t('lesson.guessed', { count: guessed ?? 0, people })}</p>;
  if (view.step !== 'reflect') return null;
  const written = Object.values(view.reflections).filter((own) => Object.keys(own).length > 0).length;
  return <p className="text-lg">{t('reflect.written', { count: written })}</p>;
}
