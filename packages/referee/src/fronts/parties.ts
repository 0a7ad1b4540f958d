import type { Interaction, Principal, RoleId } from '@btt/scenario';
import type { RefereeScenario } from '../model';

/**
 * Whose values an analysis compares. A party is any negotiator or faction: both have points and a no-agreement value.
 *
 * - `principals`: of each side the negotiator who initials, where every side has one with points; else all negotiators with points; in a game
 *   without any, all factions.
 * - `everybody`: all negotiators with points, then all factions.
 * - a list: these, in this order; a second mention is ignored.
 */
export type PartyChoice = 'principals' | 'everybody' | readonly RoleId[];

/** One party's score sheet. */
export interface Party {
  readonly id: RoleId;
  /** What it has without an agreement, in its own points. */
  readonly noAgreement: number;
  readonly points: Principal['points'];
  readonly interactions: readonly Interaction[];
}

export type ChosenParties =
  | { readonly kind: 'parties'; readonly parties: readonly Party[] }
  /** Somebody named has no points and no no-agreement value. */
  | { readonly kind: 'no-score-sheet'; readonly party: RoleId };

export function chooseParties(scenario: RefereeScenario, choice: PartyChoice = 'principals'): ChosenParties {
  const parties: Party[] = [];
  for (const id of new Set(idsOf(scenario, choice))) {
    const sheet =
      scenario.principals.find((one) => one.role === id) ?? scenario.factions.find((one) => one.id === id);
    if (!sheet) return { kind: 'no-score-sheet', party: id };
    const interactions = scenario.interactions.filter((one) => one.of === id);
    parties.push({ id, noAgreement: sheet.noAgreement, points: sheet.points, interactions });
  }
  return { kind: 'parties', parties };
}

function idsOf(scenario: RefereeScenario, choice: PartyChoice): readonly RoleId[] {
  const factions = scenario.factions.map((one) => one.id);
  const negotiators = scenario.principals.map((one) => one.role);
  if (choice === 'everybody') return [...negotiators, ...factions];
  if (choice !== 'principals') return choice;
  if (negotiators.length === 0) return factions;
  const initialling = scenario.sides.map((side) =>
    negotiators.find((id) =>
      scenario.roles.some((role) => role.id === id && role.side === side.id && role.initials),
    ),
  );
  const all = initialling.flatMap((id) => id ?? []);
  return all.length === initialling.length && all.length > 0 ? all : negotiators;
}
