'use client';
import type { Desk, PublicRole, PublicScenario } from '@btt/protocol';
import { colourOf } from '@/components/board/colours';
import { useLive } from '@/lib/live';
import { t } from '@/messages';

/** Who sits where, side by side; folded away once the bargaining has begun. */
export function Seats({ desk, scenario }: { readonly desk: Desk; readonly scenario: PublicScenario }) {
  const early = desk.phase === 'lobby' || desk.phase === 'briefing';
  const held = scenario.roles.filter((role) => (desk.seats[role.id] ?? []).length > 0).length;
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
      <div className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {scenario.sides.map((side) => (
          <Side
            key={side.id}
            name={side.name}
            colour={colourOf(side.colour).text}
            roles={scenario.roles.filter((role) => role.side === side.id)}
            desk={desk}
          />
        ))}
        {neither.length > 0 && (
          <Side name={t('desk.neither')} colour="text-muted" roles={neither} desk={desk} />
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
}

function Side({ name, colour, roles, desk }: SideProps) {
  const words = useLive((state) => state.words);
  const inOrder = roles.toSorted((one, two) => one.order - two.order);
  return (
    <section>
      <h3 className={`font-semibold ${colour}`}>{name}</h3>
      <dl className="text-sm">
        {inOrder.map((role) => {
          const people = desk.seats[role.id] ?? [];
          return (
            <div key={role.id} className="flex justify-between gap-3 border-t border-line py-1">
              <dt>{role.short}</dt>
              <dd className={`text-end ${people.length > 0 ? 'font-semibold' : 'text-muted'}`}>
                {people.map((person) => words[person] ?? t('reveal.deleted')).join(', ') || t('seats.empty')}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
