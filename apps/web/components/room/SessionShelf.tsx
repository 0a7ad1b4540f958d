'use client';
import '@/messages/full';
import '@/messages/library';
import type { SessionCard, SessionList } from '@btt/protocol';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { BringSession } from '@/components/lesson/files/BringSession';
import { Button } from '@/components/ui/Button';
import { Connection } from '@/components/ui/Connection';
import { Field } from '@/components/ui/Field';
import { forgetHost, hostPasses, keepHost } from '@/lib/identity';
import { LiveProvider, useClient } from '@/lib/live';
import { LanguageSwitch } from '@/components/language/LanguageSwitch';
import { t } from '@/messages';
import { locale } from '@/messages/language';

/** Sessions to go on with, to look back at, or to delete: those of this browser, and all for whoever knows the host pass. */
export function SessionShelf() {
  return (
    <LiveProvider>
      <Connection />
      <Shelf />
    </LiveProvider>
  );
}

function Shelf() {
  const client = useClient();
  const router = useRouter();
  const [list, setList] = useState<SessionList | null>(null);
  const [pass, setPass] = useState('');
  const [shown, setShown] = useState<string | undefined>(undefined);
  const [error, setError] = useState<string | null>(null);

  const fetchList = useCallback(
    async (withPass: string | undefined): Promise<void> => {
      const answer = await client?.sessions(
        hostPasses().map(({ token }) => token),
        withPass,
      );
      if (!answer) return;
      if (!answer.ok) return setError(t('sessions.failed', { reason: answer.message }));
      setError(null);
      setList(answer);
      if (answer.all) setShown(withPass);
    },
    [client],
  );
  useEffect(() => void fetchList(undefined), [fetchList]);

  async function open(card: SessionCard): Promise<void> {
    if (!card.own && !hostPasses().some((one) => one.session === card.session) && client && shown) {
      const answer = await client.resume(card.session, shown);
      if (!answer.ok) return setError(t('sessions.failed', { reason: answer.message }));
      keepHost({
        token: answer.hostToken,
        screenToken: answer.screenToken,
        session: answer.session,
        code: answer.code,
        title: card.title,
      });
    }
    router.push(`/console?code=${card.code}`);
  }

  async function remove(card: SessionCard): Promise<void> {
    const token = hostPasses().find((one) => one.session === card.session)?.token;
    const answer = await client?.deleteSession(card.session, {
      ...(token === undefined ? {} : { token }),
      ...(shown === undefined ? {} : { pass: shown }),
    });
    if (!answer) return;
    if (!answer.ok) return setError(t('sessions.failed', { reason: answer.message }));
    if (token !== undefined) forgetHost(token);
    await fetchList(shown);
  }

  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-4 px-4 py-8">
      <h1 className="text-3xl">{t('sessions.title')}</h1>
      <p>{list?.all ? t('sessions.allShown') : t('sessions.text')}</p>
      {error && (
        <p role="alert" className="text-oxblood">
          {error}
        </p>
      )}
      {!list && !error && <p role="status">{t('sessions.loading')}</p>}
      {list && list.sessions.length === 0 && <p>{t('sessions.none')}</p>}
      <ul className="flex flex-col gap-3">
        {list?.sessions.map((card) => (
          <Card
            key={card.session}
            card={card}
            mayDelete={card.own || list.all}
            onOpen={() => void open(card)}
            onDelete={() => void remove(card)}
          />
        ))}
      </ul>
      <BringSession onDone={() => void fetchList(shown)} />
      {list?.hasPass && !list.all && (
        <form
          className="flex flex-col gap-2 rounded-lg border border-line bg-sheet p-4"
          onSubmit={(event) => {
            event.preventDefault();
            void fetchList(pass);
          }}
        >
          <Field
            label={t('host.pass')}
            type="password"
            autoComplete="off"
            value={pass}
            onChange={(event) => setPass(event.target.value)}
          />
          <Button type="submit" disabled={pass === ''}>
            {t('sessions.all')}
          </Button>
        </form>
      )}
      <LanguageSwitch />
    </main>
  );
}

const day = (at: number) => new Date(at).toLocaleDateString(locale(), { dateStyle: 'medium' });

function Card({
  card,
  mayDelete,
  onOpen,
  onDelete,
}: {
  readonly card: SessionCard;
  readonly mayDelete: boolean;
  readonly onOpen: () => void;
  readonly onDelete: () => void;
}) {
  const [sure, setSure] = useState(false);
  const { title, code } = card;
  const marks = [card.archived && t('sessions.archived'), card.closed && t('sessions.closed')].filter(
    Boolean,
  );
  return (
    <li className="rounded-lg border border-line bg-sheet p-4">
      <h2 className="text-lg">
        {title} <span className="font-sans text-base font-normal tracking-widest">{code}</span>
        {marks.length > 0 && <span className="ms-2 font-sans text-sm text-brass">{marks.join(', ')}</span>}
      </h2>
      <p className="text-sm text-muted">
        {t('sessions.facts', { people: card.people, tables: card.tables })} ·{' '}
        {t('sessions.last', { date: day(card.last) })}
        {card.deleted !== null && ` · ${t('sessions.deleted', { date: day(card.deleted) })}`}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button look="strong" onClick={onOpen}>
          {t('sessions.open', { title, code })}
        </Button>
        {mayDelete && !sure && (
          <Button look="danger" onClick={() => setSure(true)}>
            {t('sessions.delete', { title, code })}
          </Button>
        )}
        {sure && (
          <span role="group" aria-label={t('session.delete')} className="flex flex-wrap items-center gap-2">
            <span className="text-sm">{t('session.delete.sure')}</span>
            <Button look="danger" onClick={onDelete}>
              {t('session.delete.yes')}
            </Button>
            <Button onClick={() => setSure(false)}>{t('bar.no')}</Button>
          </span>
        )}
      </div>
    </li>
  );
}
