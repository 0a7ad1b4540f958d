'use client';
import { useState } from 'react';
import { useLive } from '@/lib/live';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { useHost } from './useHost';

interface Props {
  readonly person: string;
  readonly seat: { readonly table: string; readonly role: string } | null;
}

/** One student: online or not, the seat, and what the host may do about it. */
export function Person({ person, seat }: Props) {
  const words = useLive((state) => state.words);
  const name = words[person] ?? t('reveal.deleted');
  const online = useLive((state) => state.online.includes(person));
  const session = useLive((state) => state.session);
  const scenario = useLive((state) => Object.values(state.tables)[0]?.brief?.public);
  const host = useHost();
  const [more, setMore] = useState(false);
  const [draft, setDraft] = useState(name);
  const others = (table: string, role: string) =>
    session.people
      .filter((one) => one.person !== person && one.seat?.table === table && one.seat.role === role)
      .map((one) => words[one.person] ?? t('reveal.deleted'));
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 flex-1 basis-24 truncate font-semibold">
          <span aria-hidden="true" className={online ? 'text-green' : 'text-muted'}>
            {online ? '●' : '○'}
          </span>{' '}
          {name}
          <span className="sr-only">, {online ? t('people.online') : t('people.offline')}</span>
        </span>
        <select
          aria-label={t('people.seatOf', { name })}
          value={seat ? `${seat.table} ${seat.role}` : ''}
          disabled={host.busy}
          onChange={(event) => {
            const [table, role] = event.target.value.split(' ');
            void host.session(
              table && role ? { type: 'seat', person, table, role } : { type: 'unseat', person },
            );
          }}
          className="min-h-11 min-w-0 flex-1 basis-32 rounded-md border border-line-strong bg-sheet px-2 text-sm"
        >
          <option value="">{t('people.noSeat')}</option>
          {session.tables.flatMap(({ table, name: tableName }) =>
            [...(scenario?.sides ?? []), null].map((side) => (
              <optgroup
                key={`${table} ${side?.id ?? ''}`}
                label={[session.tables.length > 1 ? tableName : '', side?.name ?? t('desk.neither')]
                  .filter(Boolean)
                  .join(' · ')}
              >
                {scenario?.roles
                  .filter((role) => role.side === (side?.id ?? null))
                  .map((role) => (
                    <option key={role.id} value={`${table} ${role.id}`}>
                      {[role.short, others(table, role.id).join(', ')].filter(Boolean).join(' – ')}
                    </option>
                  ))}
              </optgroup>
            )),
          )}
        </select>
        <Button
          aria-expanded={more}
          aria-label={t('people.more', { name })}
          className="px-2"
          onClick={() => setMore(!more)}
        >
          <span aria-hidden="true">⋯</span>
        </Button>
      </div>
      {more && (
        <form
          className="mt-2 flex flex-wrap gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void host
              .session({ type: 'rename', person, nickname: draft })
              .then((done) => done && setMore(false));
          }}
        >
          <input
            aria-label={t('people.newName', { name })}
            value={draft}
            maxLength={24}
            onChange={(event) => setDraft(event.target.value)}
            className="min-h-11 min-w-0 flex-1 rounded-md border border-line-strong bg-sheet px-2"
          />
          <Button type="submit" disabled={host.busy || draft.trim() === '' || draft === name}>
            {t('people.rename')}
          </Button>
          <Button
            look="danger"
            disabled={host.busy}
            onClick={() => void host.session({ type: 'remove', person })}
          >
            {t('people.remove')}
          </Button>
        </form>
      )}
      {host.error && (
        <p role="alert" className="text-sm text-oxblood">
          {host.error}
        </p>
      )}
    </li>
  );
}
