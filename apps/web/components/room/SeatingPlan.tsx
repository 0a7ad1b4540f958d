'use client';
import { useState } from 'react';
import { useHost } from '@/components/console/useHost';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { useLive } from '@/lib/live';
import { t } from '@/messages';
import { Chip } from './Chip';
import { ClassList } from './ClassList';
import { LOBBY, moveTo } from './move';
import { PlanTable } from './PlanTable';
import { Players } from './Players';
import { Undo } from './Undo';
import { useDrag } from './useDrag';

/** Everybody and every seat: names are dragged, or chosen and sent somewhere. */
export function SeatingPlan() {
  const session = useLive((state) => state.session);
  const words = useLive((state) => state.words);
  const scenario = useLive((state) => Object.values(state.tables)[0]?.brief?.public);
  const host = useHost();
  const [roles, setRoles] = useState<string[] | null>(null);
  const drag = useDrag((person, place) => void host.session(moveTo(person, place)));
  if (!scenario) return <p role="status">{t('play.opening')}</p>;
  const waiting = session.people.filter((one) => one.seat === null && one.watches === null);
  return (
    <>
      <Panel title={t('seating.title')} aside={<Undo />}>
        <p className="text-sm text-muted">{t('seating.help')}</p>
        {host.error && (
          <p role="alert" className="mt-2 text-sm text-oxblood">
            {t('action.failed', { reason: host.error })}
          </p>
        )}
        <div
          data-drop={LOBBY}
          className={`mt-3 rounded-md border border-dashed p-2 ${drag.over === LOBBY ? 'border-brass bg-brass-wash' : 'border-line-strong'}`}
        >
          <h3 className="mb-1 text-base">{t('seating.lobby')}</h3>
          <div className="flex flex-wrap gap-1">
            {waiting.length === 0 && <p className="text-sm text-muted">{t('seating.lobby.empty')}</p>}
            {waiting.map(({ person }) => (
              <Chip key={person} person={person} drag={drag} />
            ))}
          </div>
        </div>
        <Expected />
      </Panel>
      <div className="grid gap-3 md:grid-cols-2 2xl:grid-cols-3">
        {session.tables.map((table) => (
          <PlanTable
            key={`${table.table} ${table.name}`}
            table={table}
            people={session.people}
            scenario={scenario}
            drag={drag}
            last={session.tables.length === 1}
          />
        ))}
        <section
          aria-label={t('seating.add')}
          className="flex flex-col items-start gap-2 self-start rounded-lg border border-dashed border-line-strong p-3"
        >
          <Players label={t('seating.add.count')} scenario={scenario} roles={roles} onChange={setRoles} />
          <Button
            disabled={host.busy}
            onClick={() => void host.session({ type: 'add-table', ...(roles ? { roles } : {}) })}
          >
            {t('seating.add')}
          </Button>
        </section>
      </div>
      <ClassList scenario={scenario} />
      {drag.at && drag.dragged !== null && (
        <div
          aria-hidden="true"
          className="pointer-events-none fixed z-50 rounded-full border border-brass bg-sheet px-3 py-1 text-sm font-semibold shadow-lg"
          style={{ left: drag.at.x + 8, top: drag.at.y + 8 }}
        >
          {words[drag.dragged] ?? ''}
        </div>
      )}
    </>
  );
}

/** Names of the class list that nobody has come under. */
function Expected() {
  const expected = useLive((state) => state.session.expected);
  const words = useLive((state) => state.words);
  const host = useHost();
  if (expected.length === 0) return null;
  return (
    <div className="mt-3">
      <h3 className="mb-1 text-base">{t('seating.expected')}</h3>
      <ul className="flex flex-wrap gap-1">
        {expected.map(({ person }) => {
          const name = words[person] ?? t('reveal.deleted');
          return (
            <li
              key={person}
              className="inline-flex items-center gap-1 rounded-full border border-dashed border-line-strong ps-3 text-sm text-muted"
            >
              {name}
              <button
                type="button"
                aria-label={t('seating.expected.drop', { name })}
                disabled={host.busy}
                className="min-h-9 min-w-9 rounded-full"
                onClick={() => void host.session({ type: 'expect-no-more', person })}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
