'use client';
import '@/messages/full';
import Link from 'next/link';
import { Waiting } from '@/components/play/Waiting';
import { Connection } from '@/components/ui/Connection';
import { Panel } from '@/components/ui/Panel';
import { LiveProvider, useLive } from '@/lib/live';
import { t } from '@/messages';
import { SessionFiles } from '../files/SessionFiles';
import { StepContent } from '../StepContent';
import { useHosted } from '../useHosted';
import { useLesson, useLessonAct } from '../useLesson';
import { Bookmarks } from './Bookmarks';
import { Plan } from './Plan';
import { Progress } from './Progress';
import { Steps } from './Steps';

/** Where the host leads the debrief: the steps, what everybody sees, and what can be taken home. */
export function Lead() {
  return (
    <LiveProvider>
      <Connection />
      <Hosted />
    </LiveProvider>
  );
}

function Hosted() {
  const pass = useHosted();
  const session = useLive((state) => state.session);
  if (pass === null)
    return (
      <Waiting
        title={t('lesson.title')}
        text={t('lesson.host.noPass')}
        link={{ href: '/host', text: t('start.host') }}
      />
    );
  if (!pass || session.code === '')
    return <Waiting title={t('console.opening')} text={t('play.opening.text')} />;
  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-3 border-b border-line bg-sheet px-4 py-3">
        <div>
          <p className="text-xs font-semibold uppercase tracking-wide text-muted">{t('lesson.title')}</p>
          <h1 className="text-2xl">{session.title}</h1>
        </div>
        <Link
          href={`/console?code=${session.code}`}
          className="inline-flex min-h-11 items-center font-semibold"
        >
          {t('lesson.host.again')}
        </Link>
      </header>
      <main className="mx-auto grid max-w-[1500px] grid-cols-[minmax(0,1fr)] gap-3 p-3 lg:grid-cols-[24rem_minmax(0,1fr)] lg:p-4">
        <div className="min-w-0">
          <Course />
        </div>
        <Shown />
        <div className="flex min-w-0 flex-col gap-3 lg:col-start-1">
          <Records />
          <Bookmarks />
          <SessionFiles pass={pass} />
        </div>
      </main>
    </>
  );
}

function Course() {
  const lesson = useLesson();
  const { lead, busy, error } = useLessonAct();
  const anyOver = useLive((state) =>
    Object.values(state.tables).some((feed) => feed.desk.phase === 'debrief'),
  );
  const running = lesson?.view.running ?? false;
  return (
    <Panel title={running ? t('lesson.plan') : t('lesson.begin')}>
      {running && lesson ? (
        <Steps view={lesson.view} busy={busy} lead={lead} />
      ) : anyOver ? (
        <Plan
          plan={lesson?.view.plan ?? []}
          busy={busy}
          label={t('lesson.begin')}
          onPlan={(plan) => void lead({ type: 'begin-lesson', plan })}
        />
      ) : (
        <p role="status">{t('lesson.notOver')}</p>
      )}
      {error && (
        <p role="alert" className="mt-2 text-oxblood">
          {error}
        </p>
      )}
    </Panel>
  );
}

/** The records, from which moments are chosen. */
function Records() {
  const session = useLive((state) => state.session);
  return (
    <Panel title={t('lesson.step.replay')} level={3}>
      <ul>
        {session.tables.map(({ table, name }) => (
          <li key={table}>
            <Link
              href={`/debrief?table=${table}`}
              className="inline-flex min-h-11 items-center font-semibold"
            >
              {t('moment.record.of', { table: name })}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Shown() {
  const lesson = useLesson();
  const tables = useLive((state) => state.tables);
  const people = useLive((state) => state.session.people.length);
  const scenario = Object.values(tables).find((feed) => feed.brief)?.brief?.public;
  const step = lesson?.view.step ?? null;
  return (
    <section aria-live="polite" className="flex min-w-0 flex-col gap-3 lg:row-span-2">
      <h2 className="text-xl">
        {step === null ? t('lesson.preview.none') : t('lesson.preview', { step: t(`lesson.step.${step}`) })}
      </h2>
      {lesson && step !== null && <Progress lesson={lesson} people={people} />}
      {lesson && scenario && step !== null && step !== 'guess' && step !== 'reflect' && (
        <StepContent
          step={step}
          view={lesson.view}
          scenario={scenario}
          fresh={lesson.guessed ?? 0}
          own={null}
        />
      )}
    </section>
  );
}
