import type { OwnBrief, PublicRole, ScenarioSheet } from '@btt/protocol';
import Link from 'next/link';
import { colourOf } from '@/components/board/colours';
import { Panel } from '@/components/ui/Panel';
import { Prose } from '@/components/ui/Prose';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import type { Names } from '../names';

/** Everybody, side by side, with numbers; a briefing opens where it stands. */
export function Roles({ sheet, names }: { readonly sheet: ScenarioSheet; readonly names: Names }) {
  const { sides, roles } = sheet.public;
  const groups = [...sides.map((side) => side.id), null];
  return (
    <Panel title={t('scenario.sides')}>
      <div className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
        {groups.map((id) => {
          const side = sides.find((one) => one.id === id);
          const members = roles.filter((role) => role.side === id);
          if (members.length === 0) return null;
          return (
            <section key={id ?? ''} className="min-w-0">
              <h3 className={`border-b-2 pb-1 text-lg ${colourOf(names.colour(id)).border}`}>
                {side?.name ?? t('scenario.noSide')}
              </h3>
              {side && <p className="mt-1 font-serif text-sm text-muted">{side.ruleText}</p>}
              <ul className="divide-y divide-line">
                {members.map((role) => (
                  <RoleRow
                    key={role.id}
                    role={role}
                    own={sheet.roles[role.id]}
                    language={sheet.card.language}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Panel>
  );
}

/** As the address names it: a shipped scenario, or one's own. The sheet is only there once the page is alive. */
const scenarioShown = (): string => new URLSearchParams(location.search).get('id') ?? '';

interface RowProps {
  readonly role: PublicRole;
  readonly own: OwnBrief | undefined;
  readonly language: string;
}

function RoleRow({ role, own, language }: RowProps) {
  const faction = own?.faction;
  const lines = faction?.redLines ?? [];
  return (
    <li className="py-2">
      <p className="font-semibold" lang={language}>
        {role.name}
        <span className="ms-2 text-sm font-normal text-muted">{t(`scenario.kind.${role.kind}`)}</span>
      </p>
      <p className="font-serif text-sm" lang={language}>
        {role.office}
      </p>
      {faction && (
        <p className="text-sm text-muted">
          {t('scenario.weight')} {role.weight} · {t('scenario.start')} {signed(faction.start)} ·{' '}
          {t('scenario.yes')} {signed(faction.yes)} · {t('scenario.no')} {signed(faction.no)}
        </p>
      )}
      {lines.length > 0 && (
        <p className="text-sm">
          {t('scenario.redLines', { lines: lines.map((line) => `“${line.text}”`).join(' · ') })}
        </p>
      )}
      {role.kind !== 'press' && (
        <Link
          href={`/solo?scenario=${encodeURIComponent(scenarioShown())}&role=${role.id}&now`}
          aria-label={t('solo.role.of', { role: role.name })}
          className="inline-flex min-h-11 items-center text-sm"
        >
          {t('solo.role')}
        </Link>
      )}
      {own && own.briefing !== '' && (
        <details className="mt-1">
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-blue underline underline-offset-4">
            {t('scenario.briefing')}
            <span className="sr-only">: {role.name}</span>
          </summary>
          <Prose text={own.briefing} language={language} />
        </details>
      )}
    </li>
  );
}
