'use client';
import '@/messages/full';
import { useEffect, useState } from 'react';
import { LeadLink } from '@/components/lesson/lead/LeadLink';
import { AllTables } from '@/components/room/AllTables';
import { CoHosts } from '@/components/room/CoHosts';
import { PersonDialogs } from '@/components/room/PersonDialog';
import { RoomNav, type View } from '@/components/room/RoomNav';
import { SeatingPlan } from '@/components/room/SeatingPlan';
import { AtTheDoor } from '@/components/room/Watch';
import { Gone } from '@/components/play/Gone';
import { Waiting } from '@/components/play/Waiting';
import { Connection } from '@/components/ui/Connection';
import { Notice } from '@/components/ui/Notice';
import { forgetHost, hostPasses, keepHost } from '@/lib/identity';
import { LiveProvider, useClient, useLive } from '@/lib/live';
import { takeTokenFromAddress } from '@/lib/pass';
import { t } from '@/messages';
import { ConsoleHeader } from './ConsoleHeader';
import { CloseSession } from './CloseSession';
import { People } from './People';
import { RoomCode } from './RoomCode';
import { TableConsole } from './TableConsole';
import { LanguageSwitch } from '@/components/language/LanguageSwitch';

/** The host's room: who is here, every table, and the clock. */
export function Console() {
  return (
    <LiveProvider>
      <Room />
    </LiveProvider>
  );
}

function Room() {
  const client = useClient();
  const welcome = useLive((state) => state.welcome);
  const gone = useLive((state) => state.gone);
  const session = useLive((state) => state.session);
  const tables = useLive((state) => state.tables);
  const [token, setToken] = useState<string | null | undefined>(undefined);
  const [chosen, setChosen] = useState<View | null>(null);

  useEffect(() => {
    if (!client) return;
    const code = new URLSearchParams(location.search).get('code')?.toUpperCase();
    const passes = hostPasses();
    const found =
      takeTokenFromAddress() ??
      (passes.find((one) => one.code === code) ?? (code ? undefined : passes[0]))?.token ??
      null;
    setToken(found);
    if (!found) return;
    void client.hello(found).then((answer) => {
      if (!answer.ok && answer.code === 'unknown-token') forgetHost(found);
    });
  }, [client]);

  const screenToken = welcome?.me.kind === 'host' ? welcome.me.screenToken : null;
  useEffect(() => {
    if (token && screenToken && session.code)
      keepHost({ token, screenToken, session: session.session, code: session.code, title: session.title });
  }, [token, screenToken, session.code, session.session, session.title]);

  if (gone === 'removed')
    return (
      <Waiting
        title={t('console.unknown')}
        text={t('console.unknown.text')}
        link={{ href: '/host', text: t('start.host') }}
      />
    );
  if (gone) return <Gone code={gone} />;
  if (token === null)
    return (
      <Waiting
        title={t('console.noPass')}
        text={t('console.noPass.text')}
        link={{ href: '/host', text: t('start.host') }}
      />
    );
  if (!token || !screenToken || session.code === '')
    return <Waiting title={t('console.opening')} text={t('play.opening.text')} />;
  const [first] = session.tables;
  // A class of one table needs no overview.
  const usual: View = first && session.tables.length === 1 ? { table: first.table } : 'class';
  const isThere = typeof chosen !== 'object' || session.tables.some(({ table }) => table === chosen?.table);
  const view: View = (isThere ? chosen : null) ?? usual;
  const openTable = (table: string) => setChosen({ table });
  // On a phone the code comes first while people join, and the tables once they play.
  const running = session.tables.some(({ table }) => (tables[table]?.desk.phase ?? 'lobby') !== 'lobby');
  const roomColumn = (
    <div key="room" className="flex min-w-0 flex-col gap-3 lg:col-start-1 lg:row-start-1">
      <RoomCode code={session.code} hostToken={token} screenToken={screenToken} />
      <LeadLink />
      <People />
      <CoHosts />
      <CloseSession token={token} />
    </div>
  );
  const tableColumn = (
    <div key="table" className="flex min-w-0 flex-col gap-3 lg:col-start-2 lg:row-start-1">
      {session.archived && <Notice role="status">{t('session.archived')}</Notice>}
      <AtTheDoor />
      {view === 'class' && <AllTables onOpen={openTable} />}
      {view === 'seating' && <SeatingPlan />}
      {typeof view === 'object' && <OneTable key={view.table} table={view.table} />}
    </div>
  );
  return (
    <PersonDialogs>
      <Connection />
      <ConsoleHeader title={session.title} />
      <div className="mx-auto max-w-[1500px] px-3 pt-3 lg:px-4">
        <RoomNav view={view} onView={setChosen} />
      </div>
      <main className="mx-auto grid max-w-[1500px] gap-3 p-3 lg:grid-cols-[22rem_minmax(0,1fr)] lg:p-4">
        {running ? [tableColumn, roomColumn] : [roomColumn, tableColumn]}
      </main>
      <footer className="mx-auto max-w-[1500px] px-3 pb-6 lg:px-4">
        <LanguageSwitch />
      </footer>
    </PersonDialogs>
  );
}

function OneTable({ table }: { readonly table: string }) {
  const feed = useLive((state) => state.tables[table]);
  return feed?.brief ? (
    <TableConsole table={table} feed={feed} brief={feed.brief} />
  ) : (
    <p role="status">{t('play.opening')}</p>
  );
}
