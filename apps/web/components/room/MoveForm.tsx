'use client';
import { useState } from 'react';
import { useHost } from '@/components/console/useHost';
import { Button } from '@/components/ui/Button';
import { useLive } from '@/lib/live';
import { t } from '@/messages';
import { LOBBY, moveTo, OBSERVERS } from './move';

/** Table and seat for one person: the way without dragging. */
export function MoveForm({ person, onMoved }: { readonly person: string; readonly onMoved: () => void }) {
  const session = useLive((state) => state.session);
  const words = useLive((state) => state.words);
  const scenario = useLive((state) => Object.values(state.tables)[0]?.brief?.public);
  const host = useHost();
  const now = session.people.find((one) => one.person === person);
  const [table, setTable] = useState(now?.seat?.table ?? now?.watches ?? session.tables[0]?.table ?? LOBBY);
  const [seat, setSeat] = useState(now?.seat?.role ?? (now?.watches ? OBSERVERS : ''));
  const chosen = session.tables.find((one) => one.table === table);
  const inOrder = (scenario?.roles ?? []).toSorted((a, b) => a.order - b.order);
  const there = (role: string) =>
    session.people.filter(
      (one) => one.person !== person && one.seat?.table === table && one.seat.role === role,
    );
  return (
    <form
      className="grid gap-2 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        const place = table === LOBBY ? LOBBY : `${table} ${seat}`;
        void host.session(moveTo(person, place)).then((done) => done && onMoved());
      }}
    >
      <label className="flex min-w-0 flex-col gap-1 text-sm">
        {t('person.table')}
        <select
          value={table}
          onChange={(event) => setTable(event.target.value)}
          className="min-h-11 min-w-0 rounded-md border border-line-strong bg-sheet px-2 text-base"
        >
          <option value={LOBBY}>{t('person.lobby')}</option>
          {session.tables.map((one) => (
            <option key={one.table} value={one.table}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      {chosen && (
        <label className="flex min-w-0 flex-col gap-1 text-sm">
          {t('person.seat')}
          <select
            value={seat}
            onChange={(event) => setSeat(event.target.value)}
            className="min-h-11 min-w-0 rounded-md border border-line-strong bg-sheet px-2 text-base"
          >
            <option value="" disabled>
              –
            </option>
            {inOrder.map((role) => {
              const holders = there(role.id);
              const full = holders.length >= role.capacity;
              const who = holders.map((one) => words[one.person] ?? '').join(', ');
              const used = chosen.roles === null || chosen.roles.includes(role.id);
              return (
                <option key={role.id} value={role.id} disabled={full}>
                  {t(full ? 'person.full' : who ? 'person.taken' : used ? 'person.free' : 'person.spare', {
                    role: role.short,
                    who,
                  })}
                </option>
              );
            })}
            <option value={OBSERVERS}>{t('person.watch')}</option>
          </select>
        </label>
      )}
      <Button
        type="submit"
        look="strong"
        className="sm:col-span-2"
        disabled={host.busy || (table !== LOBBY && seat === '')}
      >
        {t('person.move')}
      </Button>
      {host.error && (
        <p role="alert" className="text-sm text-oxblood sm:col-span-2">
          {host.error}
        </p>
      )}
    </form>
  );
}
