'use client';
import type { TableFeed } from '@btt/client';
import type { PublicScenario } from '@btt/protocol';
import { useState } from 'react';
import { factsOf } from '@/lib/facts';
import { useLive } from '@/lib/live';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/messages';
import { useHost } from './useHost';

interface Props {
  readonly table: string;
  readonly feed: TableFeed;
  readonly scenario: PublicScenario;
}

/** What needs the host: calls for help, people who are offline, heads of sides that nobody plays. */
export function Attention({ table, feed, scenario }: Props) {
  const online = useLive((state) => state.online);
  const words = useLive((state) => state.words);
  const { desk, entries } = feed;
  const asked = Object.entries(desk.help).filter(([, open]) => open);
  const last = new Map(factsOf(entries, 'help-asked').map(({ fact }) => [fact.role, fact.words]));
  const away = Object.entries(desk.seats).flatMap(([role, people]) =>
    people.filter((person) => !online.includes(person)).map((person) => ({ role, person })),
  );
  const empty = scenario.roles.filter(
    (role) =>
      role.initials && (desk.seats[role.id] ?? []).length === 0 && desk.autopilots[role.id] === undefined,
  );
  const short = (id: string) => scenario.roles.find((role) => role.id === id)?.short ?? id;
  if (asked.length + away.length + empty.length === 0) return null;
  return (
    <section aria-label={t('attention.title')} className="flex flex-col gap-2">
      {asked.map(([role]) => {
        const said = last.get(role);
        return (
          <Call
            key={role}
            table={table}
            role={role}
            name={short(role)}
            text={said ? (words[said] ?? '') : ''}
          />
        );
      })}
      {(away.length > 0 || empty.length > 0) && (
        <Notice role="status">
          {away.length > 0 && (
            <p>
              {t('attention.offline', {
                who: away.map(({ role, person }) => `${words[person] ?? ''} (${short(role)})`).join(', '),
              })}
            </p>
          )}
          {empty.length > 0 && (
            <p>{t('attention.empty', { who: empty.map((role) => role.short).join(', ') })}</p>
          )}
        </Notice>
      )}
    </section>
  );
}

function Call({
  table,
  role,
  name,
  text,
}: {
  readonly table: string;
  readonly role: string;
  readonly name: string;
  readonly text: string;
}) {
  const host = useHost();
  const [words, setWords] = useState('');
  return (
    <Notice role="alert">
      <p className="font-semibold">
        {t('attention.help', { who: name })} {text && `“${text}”`}
      </p>
      <form
        className="mt-2 flex flex-wrap gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const answer = words.trim();
          if (!answer) return;
          void host
            .table(table, { type: 'say', channel: `facilitator-${role}`, words: answer })
            .then((done) => {
              if (!done) return;
              setWords('');
              void host.table(table, { type: 'give-help', role });
            });
        }}
      >
        <input
          aria-label={t('attention.answer', { who: name })}
          value={words}
          maxLength={600}
          onChange={(event) => setWords(event.target.value)}
          className="min-h-11 min-w-0 flex-1 basis-48 rounded-md border border-line-strong bg-sheet px-3"
        />
        <Button type="submit" disabled={host.busy || words.trim() === ''}>
          {t('attention.send')}
        </Button>
        <Button disabled={host.busy} onClick={() => void host.table(table, { type: 'give-help', role })}>
          {t('attention.done')}
        </Button>
      </form>
      {host.error && <p>{host.error}</p>}
    </Notice>
  );
}
