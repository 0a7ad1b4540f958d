import type { Issue, ScenarioSheet } from '@btt/protocol';
import { colourOf } from '@/components/board/colours';
import { Panel } from '@/components/ui/Panel';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import type { Names } from '../names';

interface Props {
  readonly sheet: ScenarioSheet;
  readonly names: Names;
}

/** Who gains and loses by which option: one table for each side. */
export function Points({ sheet, names }: Props) {
  const groups = [...sheet.public.sides.map((side) => side.id), null];
  return (
    <Panel title={t('scenario.points')}>
      <p className="mb-3 max-w-prose text-sm text-muted">{t('scenario.points.note')}</p>
      <div className="flex flex-col gap-6">
        {groups.map((side) => (
          <SideTable key={side ?? ''} side={side} sheet={sheet} names={names} />
        ))}
      </div>
    </Panel>
  );
}

function SideTable({ sheet, names, side }: Props & { readonly side: string | null }) {
  const { roles, issues } = sheet.public;
  const parties = roles.filter((role) => role.side === side && sheet.roles[role.id]?.points);
  if (parties.length === 0) return null;
  const name = side === null ? t('scenario.noSide') : names.side(side);
  return (
    <div
      role="region"
      aria-label={t('scenario.points.scroll', { side: name })}
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="w-full border-collapse text-sm">
        <caption
          className={`border-b-2 pb-1 text-start font-serif text-lg ${colourOf(names.colour(side)).border}`}
        >
          {t('scenario.points.of', { side: name })}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="sticky start-0 bg-sheet py-1 pe-3 text-start align-bottom font-normal">
              {t('scenario.points.option')}
            </th>
            {parties.map((party) => (
              <th
                key={party.id}
                scope="col"
                title={party.name}
                className="px-2 py-1 text-end align-bottom text-xs font-semibold"
              >
                {party.short}
              </th>
            ))}
          </tr>
        </thead>
        {issues.map((issue) => (
          <IssueRows key={issue.id} issue={issue} parties={parties.map((one) => one.id)} sheet={sheet} />
        ))}
      </table>
    </div>
  );
}

interface RowsProps {
  readonly issue: Issue;
  readonly parties: readonly string[];
  readonly sheet: ScenarioSheet;
}

function IssueRows({ issue, parties, sheet }: RowsProps) {
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          colSpan={parties.length + 1}
          className="pt-3 text-start font-serif text-base font-semibold"
        >
          <span className="sticky start-0">{issue.name}</span>
        </th>
      </tr>
      {issue.options.map((option) => {
        const historic = sheet.historic?.deal[issue.id] === option.id;
        return (
          <tr key={option.id} className="border-t border-line">
            <th
              scope="row"
              className="sticky start-0 max-w-56 min-w-36 bg-sheet py-1 pe-3 text-start font-normal"
            >
              {option.label}
              {historic && (
                <span className="ms-1 text-xs whitespace-nowrap text-brass">
                  ◆ {t('scenario.points.historic')}
                </span>
              )}
            </th>
            {parties.map((party) => (
              <Cell key={party} points={sheet.roles[party]?.points?.[issue.id]?.[option.id] ?? 0} />
            ))}
          </tr>
        );
      })}
    </tbody>
  );
}

function Cell({ points }: { readonly points: number }) {
  const look =
    points < 0 ? 'font-semibold text-oxblood' : points > 0 ? 'font-semibold text-green' : 'text-muted';
  return <td className={`px-2 py-1 text-end tabular-nums ${look}`}>{signed(points)}</td>;
}
