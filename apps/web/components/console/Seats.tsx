'use client';
import type { Desk, PublicRole, PublicScenario } from '@btt/protocol';
import { colourOf } from '@/components/board/colours';
import { SeatAutopilot } from '@/components/autopilot/SeatAutopilot';
import { Button } from '@/components/ui/Button';
import { useLive } from '@/lib/live';
import { t } from '@/messages';
import { type Host, useHost } from './useHost';

/** Who sits where, side by side; folded away once the bargaining has begun. */
export function Seats({ desk, scenario }: { readonly desk: Desk; readonly scenario: PublicScenario }) {
  const early = desk.phase === 'lobby' || desk.phase === 'briefing';
  const held = scenario.roles.filter((role) => (desk.seats[role.id] ?? []).length > 0).length;
  const host = useHost();
  const empty = scenario.roles.filter((role) => (desk.seats[role.id] ?? []).length === 0);
  const free = empty.filter((role) => desk.autopilots[role.id] === undefined);
  const filled = empty.filter((role) => desk.autopilots[role.id] !== undefined);
  const neither = scenario.roles.filter((role) => role.side === null);
  return (
    <details
      key={early ? 'early' : 'late'}
      open={early}
      className="rounded-lg border border-line bg-sheet p-4"
    >
      <summary className="min-h-8">
        <h2 className="inline text-lg">{t('seats.title', { held, seats: scenario.roles.length })}</h2>
      </summary>
      {desk.outcome === null && (
        <p className="mt-2 flex flex-wrap gap-2">
          {free.length > 0 && (
            <Button
              disabled={host.busy}
              onClick={() => void host.table(desk.table, { type: 'autopilot', on: true })}
            >
              {t('autopilot.fill', { count: free.length })}
            </Button>
          )}
          {filled.length > 0 && (
            <Button
              look="quiet"
              disabled={host.busy}
              onClick={() => void host.table(desk.table, { type: 'autopilot', on: false })}
            >
              {t('autopilot.clear', { count: filled.length })}
            </Button>
          )}
        </p>
      )}
      {host.error && <p role="alert">{host.error}</p>}
      <div className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {scenario.sides.map((side) => (
          <Side
            key={side.id}
            name={side.name}
            colour={colourOf(side.colour).text}
            roles={scenario.roles.filter((role) => role.side === side.id)}
            desk={desk}
            host={host}
          />
        ))}
        {neither.length > 0 && (
          <Side name={t('desk.neither')} colour="text-muted" roles={neither} desk={desk} host={host} />
        )}
      </div>
    </details>
  );
}

interface SideProps {
  readonly name: string;
  readonly colour: string;
  readonly roles: readonly PublicRole[];
  readonly desk: Desk;
  readonly host: Host;
}

function Side({ name, colour, roles, desk, host }: SideProps) {
  const words = useLive((state) => state.words);
  const inOrder = roles.toSorted((one, two) => one.order - two.order);
  return (
    <section>
      <h3 className={`font-semibold ${colour}`}>{name}</h3>
      <dl className="text-sm">
        {inOrder.map((role) => {
          const people = desk.seats[role.id] ?? [];
          const autopilot = desk.autopilots[role.id];
          return (
            <div key={role.id} className="flex items-center justify-between gap-3 border-t border-line py-1">
              <dt>{role.short}</dt>
              <dd className={`text-end ${people.length > 0 ? 'font-semibold' : 'text-muted'}`}>
                {[
                  ...people.map((person) => words[person] ?? t('reveal.deleted')),
                  ...(autopilot === undefined
                    ? []
                    : [t(autopilot === 'away' ? 'autopilot.seat.away' : 'autopilot.seat')]),
                ].join(', ') || t('seats.empty')}
                {desk.outcome === null && <SeatAutopilot role={role} desk={desk} host={host} />}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
