import type { FactionId, Rule, SideId } from '@btt/scenario';
import type { RefereeScenario } from '../model';
import { ceilDivide } from '../rules/exact';
import { factionsNamed } from '../rules/named';
import { atLeastOf, type Formula, fixed, gateOf } from './formula';

/**
 * A side's rule as a simple game: a coalition of the factions named by the rule wins if the rule passes when the coalition votes yes and
 * everybody else votes no, fiercely. Rules are monotone, so a coalition that grows keeps winning.
 */
export interface SimpleGame {
  /** The factions that the rule names, in the order of the scenario; formulas know them by their place here. */
  readonly players: readonly FactionId[];
  readonly formula: Formula;
  /** Factions of the side that the rule does not name: they have no part in the game. */
  readonly bystanders: readonly FactionId[];
}

/** `opinion`: the rule asks how much support there is, which votes do not tell. `no-such-side`: the scenario has no side of this name. */
export interface NotAVotingGame {
  readonly kind: 'not-a-voting-game';
  readonly reason: 'opinion' | 'no-such-side';
}

/** The game that a side's ratification is, or why it is none. */
export function simpleGame(
  scenario: RefereeScenario,
  side: SideId,
): ({ readonly kind: 'game' } & SimpleGame) | NotAVotingGame {
  const rule = scenario.sides.find(({ id }) => id === side)?.rule;
  if (!rule) return { kind: 'not-a-voting-game', reason: 'no-such-side' };
  if (asksOpinion(rule)) return { kind: 'not-a-voting-game', reason: 'opinion' };
  const named = new Set(factionsNamed(rule));
  const players = scenario.factions.filter(({ id }) => named.has(id));
  const table: PlayerTable = {
    place: new Map(players.map(({ id }, at) => [id, at])),
    weights: players.map(({ weight }) => BigInt(weight)),
  };
  return {
    kind: 'game',
    players: players.map(({ id }) => id),
    formula: formulaOf(rule, table),
    bystanders: scenario.factions
      .filter((one) => one.side === side && !named.has(one.id))
      .map(({ id }) => id),
  };
}

function asksOpinion(rule: Rule): boolean {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'k-of':
      return rule.rules.some(asksOpinion);
    default:
      return rule.kind === 'opinion';
  }
}

interface PlayerTable {
  readonly place: ReadonlyMap<FactionId, number>;
  readonly weights: readonly bigint[];
}

function formulaOf(rule: Rule, table: PlayerTable): Formula {
  const parts = (rules: readonly Rule[]) => rules.map((one) => formulaOf(one, table));
  switch (rule.kind) {
    case 'all':
      return atLeastOf(rule.rules.length, parts(rule.rules));
    case 'any':
      return atLeastOf(1, parts(rule.rules));
    case 'k-of':
      return atLeastOf(rule.k, parts(rule.rules));
    case 'majority':
      return majority(rule, weightsOf(rule.factions, table, rule.heads));
    case 'quota':
      return gateOf(weightsOf(rule.factions, table, rule.heads), atLeastOne(BigInt(rule.weight)));
    case 'unanimity':
    case 'consent': {
      const weights = membersOf(rule.factions, table);
      return gateOf(weights, sum(weights));
    }
    case 'no-objection': {
      const weights = weightsOf(rule.factions, table, false);
      return gateOf(weights, sum(weights) - BigInt(rule.weight) + 1n);
    }
    case 'no-bloc':
      return gateOf(membersOf(rule.factions, table), 1n);
    case 'opinion':
      return fixed(false);
  }
}

/** Everybody votes, so the votes cast are all votes, and a quorum is met unless it asks for more than everybody. */
function majority(rule: Extract<Rule, { kind: 'majority' }>, weights: readonly bigint[]): Formula {
  const total = sum(weights);
  const { quorum, fraction } = rule;
  if (quorum && total > 0n && quorum.numerator > quorum.denominator) return fixed(false);
  const share = BigInt(fraction.numerator) * total + (rule.test === 'more-than' ? 1n : 0n);
  return gateOf(weights, atLeastOne(ceilDivide(share, BigInt(fraction.denominator))));
}

/** A count in which nobody says yes fails, whatever the quota. */
const atLeastOne = (quota: bigint) => (quota > 1n ? quota : 1n);

function weightsOf(
  factions: readonly FactionId[],
  { place, weights }: PlayerTable,
  heads: boolean,
): bigint[] {
  const counted = weights.map(() => 0n);
  for (const faction of factions) {
    const at = place.get(faction);
    if (at !== undefined) counted[at] = (counted[at] ?? 0n) + (heads ? 1n : (weights[at] ?? 0n));
  }
  return counted;
}

/** One for each faction of the list, none for the others. */
function membersOf(factions: readonly FactionId[], { place, weights }: PlayerTable): bigint[] {
  const members = new Set(factions.map((faction) => place.get(faction)));
  return weights.map((_, at) => (members.has(at) ? 1n : 0n));
}

const sum = (numbers: readonly bigint[]) => numbers.reduce((total, number) => total + number, 0n);
