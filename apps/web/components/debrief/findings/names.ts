import type { PublicScenario, TableFindings, TableRecord } from '@btt/protocol';
import { type Names as ScenarioNames, namesOf } from '@/components/scenario/names';
import { signed } from '@/lib/signed';
import { t } from '@/messages';

type Promised = TableFindings['promises']['plans'][number]['promises'][number];

/** Names for everything that findings speak of by id. */
export interface Names extends ScenarioNames {
  readonly option: (issue: string, option: string) => string;
  readonly promise: (promise: Promised) => string;
}

export function namesFor(record: TableRecord): Names {
  const scenario: PublicScenario = record.brief.public;
  const plans = Object.values(record.briefs).flatMap(({ own }) => own?.politics.plan ?? []);
  return {
    ...namesOf(scenario),
    option(issue, option) {
      const found = scenario.issues.find((one) => one.id === issue);
      const label = found?.options.find((one) => one.id === option)?.label ?? option;
      return `${found?.name ?? issue}: ${label}`;
    },
    promise({ kind, what }) {
      if (kind === 'do')
        return plans.flatMap(({ moves }) => moves).find((move) => move.id === what)?.name ?? what;
      const avoided = plans.flatMap(({ avoid }) => avoid).find((one) => one.tag === what)?.label;
      return t('plan.avoid', { what: avoided ?? what });
    },
  };
}

/** Points by faction in one line, the largest first: "Congress +2, General Staff −1". */
export function pointsText(names: Names, factions: Readonly<Record<string, number>>): string {
  return Object.entries(factions)
    .filter(([, points]) => points !== 0)
    .sort(([, one], [, other]) => Math.abs(other) - Math.abs(one))
    .map(([faction, points]) => `${names.short(faction)} ${signed(points)}`)
    .join(', ');
}
