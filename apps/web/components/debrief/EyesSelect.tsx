'use client';
import type { PublicScenario } from '@btt/protocol';
import type { Eyes } from '@/lib/replay';
import { t } from '@/messages';

/** Through whose eyes: exactly what that role could see at the moment, or everything. */
export function EyesSelect({
  scenario,
  eyes,
  onChange,
}: {
  readonly scenario: PublicScenario;
  readonly eyes: Eyes;
  readonly onChange: (eyes: Eyes) => void;
}) {
  return (
    <label className="flex flex-wrap items-center gap-2 text-sm">
      {t('debrief.eyes')}
      <select
        value={eyes.kind === 'all' ? '' : eyes.role}
        onChange={(event) =>
          onChange(event.target.value === '' ? { kind: 'all' } : { kind: 'role', role: event.target.value })
        }
        className="min-h-11 max-w-64 rounded-md border border-line-strong bg-sheet px-2 text-base font-semibold"
      >
        <option value="">{t('debrief.eyes.all')}</option>
        {scenario.sides.map((side) => (
          <optgroup key={side.id} label={side.name}>
            {scenario.roles
              .filter((role) => role.side === side.id)
              .map((role) => (
                <option key={role.id} value={role.id}>
                  {role.name}
                </option>
              ))}
          </optgroup>
        ))}
        {scenario.roles
          .filter((role) => role.side === null)
          .map((role) => (
            <option key={role.id} value={role.id}>
              {role.name}
            </option>
          ))}
      </select>
    </label>
  );
}
