'use client';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useLesson } from '@/components/lesson/useLesson';
import { usePlay } from '@/components/play/context';
import { ResultView } from '@/components/result/ResultView';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';

const StudentLesson = dynamic(() =>
  import('@/components/lesson/student/StudentLesson').then((part) => part.StudentLesson),
);

/** After the table: the result, and the debrief as soon as the host opens it. */
export function DebriefDoor() {
  const { desk, brief, table, person } = usePlay();
  const lesson = useLesson();
  const result = desk.results.at(-1);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-3">
      {lesson && <StudentLesson lesson={lesson} person={person} desk={desk} scenario={brief.public} />}
      <Panel title={desk.outcome ? t(`outcome.${desk.outcome.outcome}`) : t('phase.debrief')}>
        <p className="font-serif text-lg">{desk.outcome?.sentence}</p>
        <p role="status" className="mt-3">
          {lesson?.view.running ? null : desk.debriefOpen ? (
            <Link
              className="inline-flex min-h-11 items-center font-semibold"
              href={`/debrief?table=${table}`}
            >
              {t('door.open')}
            </Link>
          ) : (
            t('door.wait')
          )}
        </p>
      </Panel>
      {result && <ResultView result={result} scenario={brief.public} />}
    </div>
  );
}
