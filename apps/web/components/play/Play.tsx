'use client';
import '@/messages/full';
import { useEffect, useState } from 'react';
import { Connection } from '@/components/ui/Connection';
import { Desk } from '@/components/desk/Desk';
import { forgetSeat, type SeatPass, seatPasses } from '@/lib/identity';
import { LiveProvider, useClient, useLive } from '@/lib/live';
import { t } from '@/messages';
import { PlayProvider } from './context';
import { Gone } from './Gone';
import { Lobby } from './Lobby';
import { Notices } from './Notices';
import { Observe } from './Observe';
import { SoFar } from './SoFar';
import { Waiting } from './Waiting';

/** A student's page from the lobby to the debrief. */
export function Play() {
  return (
    <LiveProvider>
      <Seat />
    </LiveProvider>
  );
}

function Seat() {
  const client = useClient();
  const [pass, setPass] = useState<SeatPass | null | undefined>(undefined);
  const welcome = useLive((state) => state.welcome);
  const gone = useLive((state) => state.gone);
  const people = useLive((state) => state.session.people);

  useEffect(() => {
    if (!client) return;
    const code = new URLSearchParams(location.search).get('code')?.toUpperCase();
    const passes = seatPasses();
    const chosen = passes.find((one) => one.code === code) ?? (code ? undefined : passes[0]);
    setPass(chosen ?? null);
    if (!chosen) return;
    void client.hello(chosen.token).then((answer) => {
      if (!answer.ok && answer.code === 'unknown-token') forgetSeat(chosen.token);
    });
  }, [client]);

  if (gone) return <Gone code={gone} />;
  if (pass === null)
    return (
      <Waiting
        title={t('play.noSeat.title')}
        text={t('play.noSeat.text')}
        link={{ href: '/join', text: t('gone.again') }}
      />
    );
  const me = welcome?.me.kind === 'person' ? welcome.me : null;
  const watched = people.find(({ person }) => person === me?.person)?.watches ?? null;
  if (welcome?.me.kind === 'waiting')
    return <Waiting title={t('return.waiting')} text={t('return.waiting.text')} />;
  if (!me || !pass) return <Waiting title={t('play.connecting')} text={t('play.connecting.text')} />;
  return (
    <>
      <Connection />
      <Notices pass={pass} person={me.person} seat={me.seat} watches={watched !== null} />
      {me.seat ? (
        <PlayProvider
          key={`${me.seat.table} ${me.seat.role}`}
          table={me.seat.table}
          person={me.person}
          waiting={<Waiting title={t('play.opening')} text={t('play.opening.text')} />}
        >
          <SoFar />
          <Desk />
        </PlayProvider>
      ) : watched !== null ? (
        <Observe table={watched} />
      ) : (
        <Lobby person={me.person} nickname={pass.nickname} />
      )}
    </>
  );
}
