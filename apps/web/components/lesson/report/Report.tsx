'use client';
import '@/messages/full';
import './report.css';
import { useEffect, useState } from 'react';
import { Waiting } from '@/components/play/Waiting';
import { Button } from '@/components/ui/Button';
import { hostPasses, seatPasses } from '@/lib/identity';
import { LiveProvider, useClient, useLive } from '@/lib/live';
import { t } from '@/messages';
import { useLesson } from '../useLesson';
import { ClassPages } from './ClassPages';
import { StudentPage } from './StudentPage';

/** Pages to print: for the host the class, its tables and its students; for a student the own page. */
export function Report() {
  return (
    <LiveProvider>
      <Opened />
    </LiveProvider>
  );
}

function Opened() {
  const client = useClient();
  const [failed, setFailed] = useState(false);
  const me = useLive((state) => state.welcome?.me);
  const session = useLive((state) => state.session);
  const tables = useLive((state) => state.tables);
  const lesson = useLesson();
  useEffect(() => {
    if (!client) return;
    const code = new URLSearchParams(location.search).get('code')?.toUpperCase();
    const tokens = [...hostPasses(), ...seatPasses()]
      .filter((pass) => pass.code === code)
      .map((pass) => pass.token);
    void (async () => {
      for (const token of tokens) if ((await client.hello(token)).ok) return;
      setFailed(true);
    })();
  }, [client]);
  if (failed)
    return (
      <Waiting
        title={t('debrief.closed')}
        text={t('debrief.noPass')}
        link={{ href: '/', text: t('notFound.home') }}
      />
    );
  const scenario = Object.values(tables).find((feed) => feed.brief)?.brief?.public;
  if (!me || session.code === '' || !scenario)
    return <Waiting title={t('report.reading')} text={t('play.opening.text')} />;
  return (
    <main className="mx-auto max-w-4xl p-4">
      <header className="mb-4 flex flex-wrap items-center justify-between gap-3 print:mb-2">
        <h1 className="text-2xl">{t('report.of', { title: session.title })}</h1>
        <Button look="strong" className="print:hidden" onClick={() => window.print()}>
          {t('report.print')}
        </Button>
      </header>
      {me.kind === 'host' && <ClassPages scenario={scenario} lesson={lesson} />}
      {me.kind === 'person' && me.seat && tables[me.seat.table] && (
        <StudentPage
          scenario={scenario}
          desk={tables[me.seat.table]?.desk ?? null}
          role={me.seat.role}
          person={me.person}
          lesson={lesson}
          who={null}
          save
        />
      )}
    </main>
  );
}
