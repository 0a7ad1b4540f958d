'use client';
import { useState } from 'react';
import { CopyButton } from '@/components/console/CopyButton';
import { useHost } from '@/components/console/useHost';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { useJoinAddress } from '@/lib/address';
import { useClient, useLive } from '@/lib/live';
import { t } from '@/messages';

/** Others who may run the session with its owner, each by a link of their own that can be revoked. */
export function CoHosts() {
  const client = useClient();
  const me = useLive((state) => state.welcome?.me);
  const hosts = useLive((state) => state.session.hosts);
  const words = useLive((state) => state.words);
  const { origin } = useJoinAddress();
  const host = useHost();
  const [name, setName] = useState('');
  const [links, setLinks] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<string | null>(null);
  if (me?.kind !== 'host') return null;
  if (me.host !== undefined) return <p className="text-sm text-muted">{t('cohosts.you')}</p>;
  async function add(): Promise<void> {
    const answer = await client?.letIn(name.trim());
    if (!answer) return;
    if (!answer.ok) return setError(answer.message);
    setError(null);
    setName('');
    setLinks((before) => ({ ...before, [answer.host]: answer.token }));
  }
  return (
    <Panel title={t('cohosts.title')} level={3}>
      <p className="mb-2 text-sm text-muted">{t('cohosts.text')}</p>
      <form
        className="flex flex-wrap gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <input
          aria-label={t('cohosts.name')}
          placeholder={t('cohosts.name')}
          value={name}
          maxLength={24}
          onChange={(event) => setName(event.target.value)}
          className="min-h-11 min-w-0 flex-1 basis-32 rounded-md border border-line-strong bg-sheet px-3"
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {t('cohosts.add')}
        </Button>
      </form>
      <ul className="mt-2 flex flex-col gap-2">
        {hosts.map((id) => {
          const link = links[id];
          const who = words[id] ?? t('reveal.deleted');
          return (
            <li key={id} className="flex flex-col gap-1 border-t border-line pt-2 text-sm">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <span className="font-semibold">{who}</span>
                <Button
                  look="danger"
                  disabled={host.busy}
                  onClick={() => void host.session({ type: 'revoke-host', host: id })}
                >
                  {t('cohosts.revoke', { name: who })}
                </Button>
              </div>
              {link !== undefined && (
                <>
                  <p>{t('cohosts.once', { name: who })}</p>
                  <CopyButton text={`${origin}/console#${link}`} label={t('cohosts.link', { name: who })} />
                </>
              )}
            </li>
          );
        })}
      </ul>
      {(error ?? host.error) && <p role="alert">{error ?? host.error}</p>}
    </Panel>
  );
}
