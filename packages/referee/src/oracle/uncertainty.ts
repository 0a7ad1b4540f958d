import type { Deal, Faction, FactionId, OptionTest, Rule } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { supportByDefinition } from './definitions';

/**
 * Chances of ratification by their definition: every combination of what the factions may do, with its chance. It shares no code with what it
 * checks, and takes time that is multiplied by four with every faction.
 */

type Level = 'fierce' | 'no' | 'abstain' | 'yes';

/** Φ by Simpson's rule on the density, in steps of a hundredth or less. */
export function normalByDefinition(z: number): number {
  const end = Math.max(-9, Math.min(9, z));
  const steps = 1000;
  const width = end / steps;
  let sum = 0;
  for (let at = 0; at <= steps; at++) {
    const times = at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2;
    sum += times * Math.exp(-((at * width) ** 2) / 2);
  }
  return 0.5 + ((sum * width) / 3) * Math.sqrt(1 / (2 * Math.PI));
}

/** What a faction of this support does for a draw that rounds to a whole number of points. */
function levelAfter(faction: Faction, points: number, refuses: boolean): Level {
  if (!refuses && points >= faction.yes) return 'yes';
  if (!refuses && points > faction.no) return 'abstain';
  return points <= faction.fierce ? 'fierce' : 'no';
}

/** Goes through all whole supports that a draw can lead to: the chance of each is that of the interval which rounds to it. */
export function levelsByDefinition(
  scenario: RefereeScenario,
  faction: Faction,
  deal: Deal,
  adjustments: readonly Adjustment[],
  spread: number,
): ReadonlyMap<Level, number> {
  const support = supportByDefinition(scenario, faction, deal, adjustments);
  const refuses = faction.redLines.some(({ deal: tests }) => matches(deal, tests));
  const chances = new Map<Level, number>();
  const levels = [support, faction.yes, faction.no, faction.fierce];
  const [first, last] = [Math.min(...levels) - 1, Math.max(...levels) + 1];
  for (let points = first; points <= last; points++) {
    const below = points === first ? 0 : normalByDefinition((points - 0.5 - support) / spread);
    const upTo = points === last ? 1 : normalByDefinition((points + 0.5 - support) / spread);
    const level = levelAfter(faction, points, refuses);
    chances.set(level, (chances.get(level) ?? 0) + upTo - below);
  }
  return chances;
}

function matches(deal: Deal, tests: readonly OptionTest[]): boolean {
  return tests.every((test) => test.options.some((option) => deal[test.issue] === option));
}

/** The chance of each side, in the order of the scenario, and the chance that all ratify. */
export function chancesByDefinition(
  scenario: RefereeScenario,
  deal: Deal,
  adjustments: readonly Adjustment[],
  spread: number,
): { readonly sides: readonly number[]; readonly joint: number } {
  const sides = scenario.sides.map(() => 0);
  let joint = 0;
  const supports = new Map(
    scenario.factions.map((faction) => [
      faction.id,
      BigInt(supportByDefinition(scenario, faction, deal, adjustments)),
    ]),
  );
  const weights = new Map(scenario.factions.map(({ id, weight }) => [id, BigInt(weight)]));
  const chances = scenario.factions.map((faction) => [
    ...levelsByDefinition(scenario, faction, deal, adjustments, spread),
  ]);
  const levels = new Map<FactionId, Level>();

  function choose(at: number, chance: number): void {
    const faction = scenario.factions[at];
    if (!faction) {
      const results = scenario.sides.map(({ rule }) => passes(rule, levels, weights, supports));
      for (const [side, result] of results.entries()) if (result) sides[side] = (sides[side] ?? 0) + chance;
      if (results.every((result) => result)) joint += chance;
      return;
    }
    for (const [level, likely] of chances[at] ?? []) {
      levels.set(faction.id, level);
      choose(at + 1, chance * likely);
    }
  }

  choose(0, 1);
  return { sides, joint };
}

function passes(
  rule: Rule,
  levels: ReadonlyMap<FactionId, Level>,
  weights: ReadonlyMap<FactionId, bigint>,
  supports: ReadonlyMap<FactionId, bigint>,
): boolean {
  const part = (one: Rule) => passes(one, levels, weights, supports);
  if (rule.kind === 'all') return rule.rules.every(part);
  if (rule.kind === 'any') return rule.rules.some(part);
  if (rule.kind === 'k-of') return rule.rules.filter(part).length >= rule.k;

  const heads = 'heads' in rule && rule.heads;
  const weigh = (wanted: readonly Level[]) =>
    rule.factions.reduce((sum, id) => {
      const level = levels.get(id);
      return level && wanted.includes(level) ? sum + (heads ? 1n : (weights.get(id) ?? 0n)) : sum;
    }, 0n);
  const everybody = (wanted: Level) => rule.factions.every((id) => levels.get(id) === wanted);
  switch (rule.kind) {
    case 'majority': {
      const yes = weigh(['yes']);
      const all = weigh(['fierce', 'no', 'abstain', 'yes']);
      const base = rule.of === 'all' ? all : weigh(['fierce', 'no', 'yes']);
      const [left, right] = [yes * BigInt(rule.fraction.denominator), base * BigInt(rule.fraction.numerator)];
      const quorum = rule.quorum ?? { numerator: 0, denominator: 1 };
      const full = all * BigInt(quorum.denominator) >= all * BigInt(quorum.numerator);
      return full && yes > 0n && (rule.test === 'more-than' ? left > right : left >= right);
    }
    case 'quota':
      return weigh(['yes']) > 0n && weigh(['yes']) >= BigInt(rule.weight);
    case 'unanimity':
    case 'consent':
      return everybody('yes');
    case 'no-objection':
      return weigh(['fierce', 'no']) < BigInt(rule.weight);
    case 'no-bloc':
      return !everybody('fierce');
    case 'opinion': {
      const weight = rule.factions.reduce((sum, id) => sum + (weights.get(id) ?? 0n), 0n);
      const sum = rule.factions.reduce(
        (points, id) => points + (weights.get(id) ?? 0n) * (supports.get(id) ?? 0n),
        0n,
      );
      return weight > 0n && sum * BigInt(rule.level.denominator) >= BigInt(rule.level.numerator) * weight;
    }
  }
}
