import type { FactionId, Rule } from '@btt/scenario';
import { countNode, type Gives } from './count';
import { FAILS, PASSES, type VoteNodes } from './nodes';
import type { OpinionRule } from './voters';

/** Where a diagram asks for whom, and what a faction weighs. A faction that is not there counts nothing. */
export interface Places {
  faction(id: FactionId): { readonly voter: number; readonly weight: bigint } | undefined;
  opinion(rule: OpinionRule): number;
}

/** Compiles a rule to a node, with everybody present. Rules may share factions: their nodes ask about the same vote. */
export function compileRule(rule: Rule, places: Places, nodes: VoteNodes): number {
  const parts = (rules: readonly Rule[]) => rules.map((part) => compileRule(part, places, nodes));
  switch (rule.kind) {
    case 'all':
      return parts(rule.rules).reduce(nodes.both, PASSES);
    case 'any':
      return parts(rule.rules).reduce(nodes.either, FAILS);
    case 'k-of':
      return atLeast(rule.k, parts(rule.rules), nodes);
    case 'opinion':
      return nodes.make(places.opinion(rule), [FAILS, FAILS, FAILS, PASSES]);
    case 'majority':
      return majority(rule, places, nodes);
    case 'quota':
      return yesOf(rule.factions, rule.heads, BigInt(Math.max(1, rule.weight)), places, nodes);
    case 'unanimity':
    case 'consent':
      return yesOf(rule.factions, true, BigInt(rule.factions.length), places, nodes);
    case 'no-objection': {
      const total = totalOf(rule.factions, false, places);
      const given = givenBy(rule.factions, false, places, (weight) => [0n, 0n, weight, weight]);
      return countNode(nodes, given, total - BigInt(rule.weight) + 1n);
    }
    case 'no-bloc': {
      if (rule.factions.some((id) => !places.faction(id))) return PASSES;
      return countNode(
        nodes,
        givenBy(rule.factions, true, places, (head) => [0n, head, head, head]),
        1n,
      );
    }
  }
}

/** At least k of the parts pass: taken one by one, a part either counts, or the others must do without it. */
function atLeast(k: number, parts: readonly number[], nodes: VoteNodes): number {
  let reached: number[] = [PASSES, ...Array.from({ length: Math.max(0, k) }, () => FAILS)];
  for (const part of parts)
    reached = reached.map((without, count) =>
      count === 0 ? PASSES : nodes.either(without, nodes.both(part, reached[count - 1] ?? FAILS)),
    );
  return reached[Math.max(0, k)] ?? FAILS;
}

/** The fraction is reached, and somebody says yes at all. A quorum counts everybody, for nobody is absent. */
function majority(rule: Extract<Rule, { kind: 'majority' }>, places: Places, nodes: VoteNodes): number {
  const total = totalOf(rule.factions, rule.heads, places);
  if (rule.quorum && total > 0n && rule.quorum.numerator > rule.quorum.denominator) return FAILS;
  const numerator = BigInt(rule.fraction.numerator);
  const denominator = BigInt(rule.fraction.denominator);
  const more = rule.test === 'more-than' ? 1n : 0n;
  const given = givenBy(rule.factions, rule.heads, places, (weight) => {
    if (rule.of === 'all') return [0n, 0n, 0n, weight * denominator];
    const against = -weight * numerator;
    return [against, against, 0n, weight * denominator + against];
  });
  const reached = countNode(nodes, given, rule.of === 'all' ? numerator * total + more : more);
  return nodes.both(reached, yesOf(rule.factions, rule.heads, 1n, places, nodes));
}

function yesOf(
  factions: readonly FactionId[],
  heads: boolean,
  needed: bigint,
  places: Places,
  nodes: VoteNodes,
): number {
  return countNode(
    nodes,
    givenBy(factions, heads, places, (weight) => [0n, 0n, 0n, weight]),
    needed,
  );
}

function totalOf(factions: readonly FactionId[], heads: boolean, places: Places): bigint {
  return factions.reduce((sum, id) => sum + weightOf(id, heads, places), 0n);
}

function weightOf(id: FactionId, heads: boolean, places: Places): bigint {
  const place = places.faction(id);
  return place === undefined ? 0n : heads ? 1n : place.weight;
}

function givenBy(
  factions: readonly FactionId[],
  heads: boolean,
  places: Places,
  give: (weight: bigint) => Gives,
): ReadonlyMap<number, Gives> {
  return new Map(
    factions.flatMap((id) => {
      const place = places.faction(id);
      return place ? [[place.voter, give(heads ? 1n : place.weight)] as const] : [];
    }),
  );
}
