'use client';
import type { PublicRole, PublicScenario, SessionTable, SessionView } from '@btt/protocol';
import { type ReactNode, useState } from 'react';
import { colourOf } from '@/components/board/colours';
import { useHost } from '@/components/console/useHost';
import { Button } from '@/components/ui/Button';
import { useLive } from '@/lib/live';
import { t } from '@/messages';
import { Chip } from './Chip';
import { OBSERVERS } from './move';
import { Players } from './Players';
import type { Drag } from './useDrag';

interface Props {
  readonly table: SessionTable;
  readonly people: SessionView['people'];
  readonly scenario: PublicScenario;
  readonly drag: Drag;
  readonly last: boolean;
}

/** One table of the plan: its seats by side, who sits there, and the chairs of observers. */
export function PlanTable({ table, people, scenario, drag, last }: Props) {
  const phase = useLive((state) => state.tables[table.table]?.desk.phase ?? 'lobby');
  const host = useHost();
  const here = people.filter((one) => one.seat?.table === table.table || one.watches === table.table);
  const used = (role: PublicRole) => table.roles === null || table.roles.includes(role.id);
  const holders = (role: string) => here.filter((one) => one.seat?.role === role);
  const shown = scenario.roles
    .filter((role) => used(role) || holders(role.id).length > 0)
    .toSorted((a, b) => a.order - b.order);
  return (
    <section aria-label={table.name} className="rounded-lg border border-line bg-sheet p-3">
      <Head table={table} />
      {phase === 'lobby' ? (
        <div className="mb-2 flex flex-wrap items-end justify-between gap-2">
          <Players
            label={t('seating.players.of', { table: table.name })}
            scenario={scenario}
            roles={table.roles}
            onChange={(roles) => void host.session({ type: 'change-table', table: table.table, roles })}
          />
          {!last && (
            <Button
              look="quiet"
              disabled={host.busy}
              onClick={() => void host.session({ type: 'remove-table', table: table.table })}
            >
              {t('seating.remove', { table: table.name })}
            </Button>
          )}
        </div>
      ) : (
        <p className="mb-2 text-sm text-muted">{t(`phase.${phase}`)}</p>
      )}
      {host.error && <p role="alert">{host.error}</p>}
      {[...scenario.sides, null].map((side) => {
        const roles = shown.filter((role) => role.side === (side?.id ?? null));
        if (roles.length === 0) return null;
        return (
          <div key={side?.id ?? ''} className="mb-2">
            <h4 className={`text-sm font-semibold ${side ? colourOf(side.colour).text : 'text-muted'}`}>
              {side?.name ?? t('desk.neither')}
            </h4>
            <ul>
              {roles.map((role) => (
                <SeatRow
                  key={role.id}
                  place={`${table.table} ${role.id}`}
                  name={role.short}
                  note={used(role) ? t('seating.free') : t('seating.spare')}
                  drag={drag}
                >
                  {holders(role.id).map(({ person }) => (
                    <Chip key={person} person={person} drag={drag} />
                  ))}
                </SeatRow>
              ))}
            </ul>
          </div>
        );
      })}
      <ul>
        <SeatRow place={`${table.table} ${OBSERVERS}`} name={t('seating.observers')} note="–" drag={drag}>
          {here
            .filter((one) => one.watches === table.table)
            .map(({ person }) => (
              <Chip key={person} person={person} drag={drag} />
            ))}
        </SeatRow>
      </ul>
    </section>
  );
}

interface SeatRowProps {
  readonly place: string;
  readonly name: string;
  /** Said when nobody is there. */
  readonly note: string;
  readonly drag: Drag;
  readonly children: readonly ReactNode[];
}

/** A seat: who holds it, and something to drop on. */
function SeatRow({ place, name, note, drag, children }: SeatRowProps) {
  const over = drag.dragged !== null && drag.over === place;
  return (
    <li
      data-drop={place}
      className={`flex min-h-11 flex-wrap items-center gap-2 border-t px-1 py-1 text-sm ${over ? 'border-brass bg-brass-wash' : 'border-line'}`}
    >
      <span className="w-32 shrink-0">{name}</span>
      <span className="flex min-w-0 flex-1 flex-wrap gap-1">
        {children.length > 0 ? children : <span className="text-muted">{note}</span>}
      </span>
    </li>
  );
}

function Head({ table }: { readonly table: SessionTable }) {
  const host = useHost();
  const [name, setName] = useState(table.name);
  return (
    <form
      className="mb-2 flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void host.session({ type: 'change-table', table: table.table, name: name.trim() });
      }}
    >
      <h3 className="sr-only">{table.name}</h3>
      <input
        aria-label={t('seating.name', { table: table.name })}
        value={name}
        maxLength={24}
        onChange={(event) => setName(event.target.value)}
        className="min-h-11 min-w-0 flex-1 rounded-md border border-line bg-sheet px-2 font-serif text-lg font-semibold"
      />
      {name.trim() !== '' && name.trim() !== table.name && (
        <Button type="submit" disabled={host.busy}>
          {t('people.rename')}
        </Button>
      )}
      {host.error && <p role="alert">{host.error}</p>}
    </form>
  );
}
