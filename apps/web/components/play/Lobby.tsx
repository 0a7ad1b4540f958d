'use client';
import { LanguageSwitch } from '@/components/language/LanguageSwitch';
import { useLive } from '@/lib/live';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';

/** Before a seat: who is here, and what happens next. */
export function Lobby({ person, nickname }: { readonly person: string; readonly nickname: string }) {
  const session = useLive((state) => state.session);
  const words = useLive((state) => state.words);
  const late = session.lateSeating;
  const started = useLive((state) => Object.values(state.tables).some((feed) => feed.desk.phase !== 'lobby'));
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-5 px-4 py-8">
      <header>
        <p className="text-sm text-muted">{t('lobby.code', { code: session.code })}</p>
        <h1 className="text-3xl">{session.title || t('app.name')}</h1>
      </header>
      <Panel title={t('lobby.welcome', { name: words[person] ?? nickname })}>
        <p role="status">{late ? t('lobby.late') : started ? t('lobby.started') : t('lobby.wait')}</p>
        <ol className="mt-3 list-decimal ps-5 text-muted">
          <li>{t('lobby.next.role')}</li>
          <li>{t('lobby.next.read')}</li>
          <li>{t('lobby.next.play')}</li>
        </ol>
      </Panel>
      <Panel title={t('lobby.here', { count: session.people.length })}>
        <ul className="flex flex-wrap gap-2">
          {session.people.map((one) => (
            <li
              key={one.person}
              className={`rounded-full border px-3 py-1 ${one.person === person ? 'border-brass bg-brass-wash' : 'border-line'}`}
            >
              {words[one.person] ?? t('reveal.deleted')}
              {one.person === person ? ` ${t('lobby.you')}` : ''}
            </li>
          ))}
        </ul>
      </Panel>
      <LanguageSwitch />
    </main>
  );
}
