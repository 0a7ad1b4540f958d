'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { forgetHost } from '@/lib/identity';
import { useClient, useLive } from '@/lib/live';
import { t } from '@/messages';
import { useHost } from './useHost';

/** What is decided about the session as a whole: names, putting it away, ending it, deleting it. Only its owner ends anything. */
export function CloseSession({ token }: { readonly token: string }) {
  const { closed, archived, namesShown } = useLive((state) => state.session);
  const me = useLive((state) => state.welcome?.me);
  const host = useHost();
  const owns = me?.kind === 'host' && me.host === undefined;
  return (
    <Panel title={t('session.title')} level={3}>
      <div className="flex flex-col gap-3">
        {!closed && (
          <label className="flex min-h-11 items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="size-5 shrink-0"
              checked={namesShown}
              disabled={host.busy || archived}
              onChange={(event) => void host.session({ type: 'show-names', shown: event.target.checked })}
            />
            {t('session.names')}
          </label>
        )}
        {owns && !closed && (
          <div>
            <p className="mb-2 text-sm text-muted">{t('session.archive.text')}</p>
            <Button
              disabled={host.busy}
              onClick={() => void host.session({ type: 'archive', archived: !archived })}
            >
              {archived ? t('session.reopen') : t('session.archive')}
            </Button>
          </div>
        )}
        {closed && <p role="status">{t('close.done')}</p>}
        {owns && !closed && <Close />}
        {owns && <Delete token={token} />}
        <Link href="/sessions" className="inline-flex min-h-11 items-center text-sm">
          {t('rooms.sessions')}
        </Link>
        {host.error && <p role="alert">{host.error}</p>}
      </div>
    </Panel>
  );
}

/** Ends the session for good and deletes every nickname and every word; the bare record stays for the debrief. Asked twice. */
function Close() {
  const host = useHost();
  const [sure, setSure] = useState(false);
  return (
    <div>
      <p className="mb-2 text-sm text-muted">{t('close.text')}</p>
      {sure ? (
        <div className="flex flex-wrap gap-2" role="group" aria-label={t('close.title')}>
          <Button look="danger" disabled={host.busy} onClick={() => void host.session({ type: 'close' })}>
            {t('close.yes')}
          </Button>
          <Button onClick={() => setSure(false)}>{t('close.no')}</Button>
        </div>
      ) : (
        <Button onClick={() => setSure(true)}>{t('close.ask')}</Button>
      )}
      {host.error && <p role="alert">{host.error}</p>}
    </div>
  );
}

/** Takes the session with its record out of the store. Asked twice. */
function Delete({ token }: { readonly token: string }) {
  const client = useClient();
  const router = useRouter();
  const session = useLive((state) => state.session.session);
  const [sure, setSure] = useState(false);
  const [error, setError] = useState<string | null>(null);
  async function remove(): Promise<void> {
    const answer = await client?.deleteSession(session, { token });
    if (!answer) return;
    if (!answer.ok) return setError(answer.message);
    forgetHost(token);
    router.push('/sessions');
  }
  return (
    <div>
      {sure ? (
        <div className="flex flex-wrap items-center gap-2" role="group" aria-label={t('session.delete')}>
          <p className="text-sm">{t('session.delete.sure')}</p>
          <Button look="danger" onClick={() => void remove()}>
            {t('session.delete.yes')}
          </Button>
          <Button onClick={() => setSure(false)}>{t('bar.no')}</Button>
        </div>
      ) : (
        <Button onClick={() => setSure(true)}>{t('session.delete')}</Button>
      )}
      {error && <p role="alert">{error}</p>}
    </div>
  );
}
