'use client';
import '@/messages/full';
import type { TableFeed } from '@btt/client';
import { useEffect, useState } from 'react';
import dynamic from 'next/dynamic';
import { useLesson } from '@/components/lesson/useLesson';
import { Waiting } from '@/components/play/Waiting';
import { ResultView } from '@/components/result/ResultView';
import { Clock } from '@/components/ui/Clock';
import { Connection } from '@/components/ui/Connection';
import { QrCode } from '@/components/ui/QrCode';
import { hostPasses, keepScreen, keptScreen } from '@/lib/identity';
import { useJoinAddress } from '@/lib/address';
import { LiveProvider, useClient, useLive } from '@/lib/live';
import { takeTokenFromAddress } from '@/lib/pass';
import { useTableName } from '@/lib/table-name';
import { t } from '@/messages';
import { Wire } from './Wire';

const ScreenLesson = dynamic(() =>
  import('@/components/lesson/ScreenLesson').then((part) => part.ScreenLesson),
);

/** For the projector: how to get in, the clock, the news, the count. Never anything private: its token is told nothing else. */
export function Screen() {
  return (
    <LiveProvider>
      <Connection />
      <Show />
    </LiveProvider>
  );
}

function Show() {
  const client = useClient();
  const session = useLive((state) => state.session);
  const tables = useLive((state) => state.tables);
  const gone = useLive((state) => state.gone);
  const lesson = useLesson();
  const { origin } = useJoinAddress();
  const [token, setToken] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    if (!client) return;
    const found = takeTokenFromAddress() ?? keptScreen() ?? hostPasses()[0]?.screenToken ?? null;
    setToken(found);
    if (!found) return;
    keepScreen(found);
    void client.hello(found).then((answer) => {
      if (answer.ok || answer.code === 'unavailable') return;
      keepScreen(null);
      setToken(null);
    });
  }, [client]);
  if (gone || token === null) return <Waiting title={t('screen.noPass')} text={t('screen.noPass.text')} />;
  const address = `${origin}/j/${session.code}`;
  if (session.code === '' || origin === '')
    return <Waiting title={t('console.opening')} text={t('play.opening.text')} />;
  const feeds = session.tables.flatMap(({ table }) => (tables[table] ? [tables[table]] : []));
  const waiting = feeds.every((feed) => feed.desk.phase === 'lobby');
  return (
    <main className="mx-auto flex min-h-dvh max-w-[1800px] flex-col gap-6 p-6 text-xl">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-4xl lg:text-5xl">{session.title}</h1>
        {!waiting && (
          <div className="flex items-end gap-4">
            <p className="text-end text-2xl">
              {t('console.code')} <strong className="tracking-widest">{session.code}</strong>
              <span className="block text-lg text-muted">{address}</span>
            </p>
            <div className="w-24">
              <QrCode text={address} label={t('console.qr')} />
            </div>
          </div>
        )}
      </header>
      {lesson?.view.running ? (
        <ScreenLesson lesson={lesson} />
      ) : waiting ? (
        <Entrance code={session.code} address={address} people={session.people.length} />
      ) : (
        feeds.map((feed) => <TableShow key={feed.desk.table} feed={feed} named={feeds.length > 1} />)
      )}
    </main>
  );
}

function Entrance({
  code,
  address,
  people,
}: {
  readonly code: string;
  readonly address: string;
  readonly people: number;
}) {
  return (
    <section className="grid flex-1 items-center gap-8 lg:grid-cols-2">
      <div className="text-center">
        <p className="text-3xl">{t('screen.join')}</p>
        <p className="my-4 text-7xl font-bold tracking-[0.2em] xl:text-8xl">{code}</p>
        <p className="break-all text-2xl">{address}</p>
        <p className="mt-6 text-3xl" role="status">
          {t('screen.people', { count: people })}
        </p>
      </div>
      <div className="mx-auto w-full max-w-lg">
        <QrCode text={address} label={t('console.qr')} />
      </div>
    </section>
  );
}

function TableShow({ feed, named }: { readonly feed: TableFeed; readonly named: boolean }) {
  const { desk, brief } = feed;
  const name = useTableName(desk.table);
  const result = desk.results.at(-1);
  const rounds = desk.settings?.rounds.length ?? 0;
  return (
    <section aria-label={name} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-4 border-b-2 border-line pb-3">
        <p className="text-3xl">
          {named && <strong>{name} · </strong>}
          {t(`phase.${desk.phase}`)}
          {desk.phase === 'bargaining' &&
            ` · ${desk.returned > 0 ? t('round.extra', { round: desk.round }) : t('round.of', { round: desk.round, rounds })}`}
        </p>
        {(desk.deadline !== null || desk.paused !== null) && (
          <Clock deadline={desk.deadline} paused={desk.paused} className="text-6xl" />
        )}
      </div>
      {desk.outcome && desk.outcome.sentence !== result?.sentence && (
        <p className="font-serif text-4xl">{desk.outcome.sentence}</p>
      )}
      {result && brief && (desk.phase === 'count' || desk.phase === 'debrief') && (
        <div className="[&_.text-3xl]:text-6xl [&_.text-lg]:text-3xl [&_.text-sm]:text-xl">
          <ResultView result={result} scenario={brief.public} />
        </div>
      )}
      {brief && <Wire feed={feed} scenario={brief.public} />}
    </section>
  );
}
