import type { PublicRole } from '@btt/protocol';
import { factionsOf, type Player } from '../seat/seat';

/** A side's ratification rule as far as its sentence tells it: players read no formula, and neither do autopilots. */
export interface RuleRead {
  /** How much more of the weight that takes sides must be for than against, 0 to 1. */
  readonly lead: number;
  readonly members: readonly { readonly faction: string; readonly weight: number; readonly named: boolean }[];
  /** Factions that must not be against. */
  readonly veto: readonly string[];
}

const LEADS: readonly (readonly [RegExp, number])[] = [
  [/three quarters|75 of every 100/i, 0.5],
  [/two thirds|two-thirds|2\/3/i, 1 / 3],
  [/three fifths|three-fifths|60 of every 100/i, 0.2],
];

export function readRule(player: Pick<Player, 'scenario'>, side: string): RuleRead {
  const text = player.scenario.sides.find((one) => one.id === side)?.ruleText ?? '';
  const clauses = text.toLowerCase().split(/[.,;:]/);
  const factions = factionsOf(player, side);
  const clauseOf = (role: PublicRole) => {
    const names = [role.name, role.short].map((name) => name.toLowerCase().replace(/^the /, ''));
    return clauses.find((clause) => names.some((name) => clause.includes(name)));
  };
  const all = factions.reduce((sum, role) => sum + (role.weight ?? 0), 0);
  return {
    lead: LEADS.find(([words]) => words.test(text))?.[1] ?? 0,
    members: factions.map((role) => ({
      faction: role.id,
      weight: (role.weight ?? 0) / Math.max(1, all),
      named: clauseOf(role) !== undefined,
    })),
    veto: factions.flatMap((role) => {
      const clause = clauseOf(role);
      return clause !== undefined && !/\bboth\b|\bnor\b|\bor\b/.test(clause) ? [role.id] : [];
    }),
  };
}
