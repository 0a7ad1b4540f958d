'use client';
import type { PublicScenario } from '@btt/protocol';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Panel } from '@/components/ui/Panel';
import { useHost } from '@/components/console/useHost';
import { useLive } from '@/lib/live';
import type { Concern } from '@/lib/watch';
import { t } from '@/messages';
import { useConcerns } from './useConcerns';

/** Lines shown of one table: the rest is on its own page. */
const MOST = 6;

/** Everything in the class that may need the host: people at the door first, then the tables. */
export function Watch({ onOpen }: { readonly onOpen: (table: string) => void }) {
  const tables = useLive((state) => state.session.tables);
  const words = useLive((state) => state.words);
  const feeds = useLive((state) => state.tables);
  const concerns = useConcerns();
  const concerned = tables.filter(({ table }) => (concerns.get(table) ?? []).length > 0);
  return (
    <Panel title={t('watch.title')}>
      {concerned.length === 0 && <p className="text-sm text-muted">{t('watch.nothing')}</p>}
      <ul className="divide-y divide-line text-sm">
        {concerned.map(({ table, name }) => {
          const scenario = feeds[table]?.brief?.public;
          const list = concerns.get(table) ?? [];
          return (
            <li key={table} className="flex flex-wrap items-start justify-between gap-2 py-2">
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-semibold">{name}</p>
                {list.slice(0, MOST).map((one, i) => (
                  <p
                    key={`${one.kind} ${i}`}
                    className={one.kind === 'help' ? 'font-semibold text-oxblood' : ''}
                  >
                    <span aria-hidden="true">{one.kind === 'help' ? '! ' : '· '}</span>
                    {scenario && concernText(one, scenario, words)}
                  </p>
                ))}
                {list.length > MOST && (
                  <p className="text-muted">{t('watch.more', { count: list.length - MOST })}</p>
                )}
              </div>
              <Button onClick={() => onOpen(table)}>{t('tablecard.open', { name })}</Button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function concernText(
  one: Concern,
  scenario: PublicScenario,
  words: Readonly<Record<string, string>>,
): string {
  const who = 'role' in one ? (scenario.roles.find(({ id }) => id === one.role)?.short ?? '') : '';
  switch (one.kind) {
    case 'help':
      return t('watch.help', { who });
    case 'offline':
      return t('watch.offline', { who, name: words[one.person] ?? t('reveal.deleted') });
    case 'silent':
      return t('watch.silent', { who, minutes: one.minutes });
    case 'stuck':
      return t('watch.stuck', { minutes: one.minutes });
    case 'empty':
      return t('watch.empty', { who });
    case 'waits':
      return t('watch.waits');
  }
}

/** People who want to come back on another device and have no code: the host knows their faces. */
export function AtTheDoor() {
  const returns = useLive((state) => state.session.returns);
  const words = useLive((state) => state.words);
  const host = useHost();
  const waiting = returns.filter((one) => !one.admitted);
  if (waiting.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {waiting.map(({ request, person }) => {
        const name = words[person] ?? t('reveal.deleted');
        const answer = (admit: boolean) => void host.session({ type: 'answer-return', request, admit });
        return (
          <Notice key={request} role="alert">
            <p className="font-semibold">{t('watch.return', { name })}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              <Button look="strong" disabled={host.busy} onClick={() => answer(true)}>
                {t('watch.admit', { name })}
              </Button>
              <Button disabled={host.busy} onClick={() => answer(false)}>
                {t('watch.refuse', { name })}
              </Button>
            </div>
          </Notice>
        );
      })}
      {host.error && <p role="alert">{host.error}</p>}
    </div>
  );
}
