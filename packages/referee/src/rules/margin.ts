import type { Faction, FactionId, Rule } from '@btt/scenario';
import { type FactionSupport, isFierce, modelVote } from '../support/support';
import { floorDivide } from './exact';
import { factionsNamed } from './named';
import { type Standing, type Standings, tally, weighOpinion } from './tally';

/**
 * How far a rule is from turning, in points of support that all its factions gain or lose together.
 * `fixed` tells why there is no number: no change of support makes it pass (a red line, mostly), or none makes it fail.
 */
export type Margin =
  | { readonly margin: number; readonly fixed: null }
  | { readonly margin: null; readonly fixed: 'never-passes' | 'always-passes' };

export interface Elector {
  readonly faction: Pick<Faction, 'yes' | 'no' | 'fierce'>;
  readonly support: FactionSupport;
}

export type Electors = ReadonlyMap<FactionId, Elector>;

/** Standings under model votes, after every support has fallen by so many points. Crossed red lines stay a no. */
export function modelStandings(electors: Electors, fall: number): Standings {
  return new Map([...electors].map(([id, elector]) => [id, fallenStanding(elector, fall)]));
}

function fallenStanding({ faction, support }: Elector, fall: number): Standing {
  const sum = support.support - fall;
  const vote = modelVote(faction, sum, support.redLines.length > 0);
  return { weight: support.weight, support: sum, vote, fierce: isFierce(faction, sum, vote), present: true };
}

/**
 * The largest whole number d with which the rule still passes when the supports of all its factions fall by d; negative when they must
 * rise. Rules are monotone, so a search between the points at which anything changes is exact.
 */
export function marginOf(rule: Rule, all: Electors): Margin {
  const electors = new Map(
    factionsNamed(rule).flatMap((id) => {
      const elector = all.get(id);
      return elector ? [[id, elector] as const] : [];
    }),
  );
  const passes = (fall: number) => tally(rule, modelStandings(electors, fall)).passes;
  const steps = [...new Set(turningPoints(rule, electors))].sort((a, b) => a - b);
  const first = steps[0] ?? 0;
  const last = steps.at(-1) ?? 0;
  if (!passes(first)) return { margin: null, fixed: 'never-passes' };
  if (passes(last + 1)) return { margin: null, fixed: 'always-passes' };
  let passing = 0;
  let failing = steps.length;
  while (failing - passing > 1) {
    const middle = (passing + failing) >> 1;
    if (passes(steps[middle] ?? 0)) passing = middle;
    else failing = middle;
  }
  return { margin: steps[passing] ?? 0, fixed: null };
}

/** Every fall after which, one point further, some vote or some opinion would be another. */
function turningPoints(rule: Rule, electors: Electors): number[] {
  const votes = [...electors.values()].flatMap(({ faction, support }) =>
    [faction.yes, faction.no + 1, faction.fierce + 1].map((level) => support.support - level),
  );
  return [...votes, ...opinionPoints(rule, modelStandings(electors, 0))];
}

function opinionPoints(rule: Rule, standings: Standings): number[] {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'k-of':
      return rule.rules.flatMap((part) => opinionPoints(part, standings));
    case 'opinion': {
      const { sum, weight } = weighOpinion(rule.factions, standings);
      if (weight <= 0) return [];
      const denominator = BigInt(rule.level.denominator);
      const room = BigInt(sum) * denominator - BigInt(rule.level.numerator) * BigInt(weight);
      return [Number(floorDivide(room, denominator * BigInt(weight)))];
    }
    default:
      return [];
  }
}
