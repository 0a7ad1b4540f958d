import type { PublicScenario } from '@btt/protocol';
import { t } from '@/messages';

/** How many seats a table fills: the first so many in the scenario's order, heads of sides always. */
export function Players({
  label,
  scenario,
  roles,
  onChange,
}: {
  readonly label: string;
  readonly scenario: PublicScenario;
  readonly roles: readonly string[] | null;
  readonly onChange: (roles: string[] | null) => void;
}) {
  const inOrder = scenario.roles.toSorted((a, b) => a.order - b.order);
  const all = inOrder.length;
  const least = Math.max(1, inOrder.filter((role) => role.initials).length);
  return (
    <label className="flex flex-wrap items-center gap-2 text-sm">
      <span>{t('seating.players')}</span>
      <select
        aria-label={label}
        value={roles?.length ?? all}
        onChange={(event) => {
          const count = Number(event.target.value);
          onChange(count === all ? null : firstRoles(scenario, count));
        }}
        className="min-h-11 rounded-md border border-line-strong bg-sheet px-2"
      >
        {Array.from({ length: all - least + 1 }, (_, i) => least + i).map((count) => (
          <option key={count} value={count}>
            {count === all ? t('seating.players.all', { count }) : count}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The heads of all sides, and then the scenario's first roles until there are so many. */
function firstRoles(scenario: PublicScenario, count: number): string[] {
  const inOrder = scenario.roles.toSorted(
    (a, b) => Number(b.initials) - Number(a.initials) || a.order - b.order,
  );
  return inOrder.slice(0, count).map((role) => role.id);
}
