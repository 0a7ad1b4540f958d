import type { Faction, FactionId, Rule } from '@btt/scenario';
import { ceilDivide } from '../rules/exact';
import { type Counted, FALSE, type NetworkBuilder, TRUE } from './network';

/** Numbers the sums that questions are asked about: the support of a faction, or the weighted support of several (for an opinion). */
export interface VariableBook {
  faction(id: FactionId): number;
  opinion(factions: readonly FactionId[]): number;
}

/** Compiles a ratification rule under model votes, where nobody is absent, to a node of the network. */
export function compileRule(
  rule: Rule,
  factions: ReadonlyMap<FactionId, Faction>,
  book: VariableBook,
  network: NetworkBuilder,
): number {
  const compile = (one: Rule) => compileRule(one, factions, book, network);
  const asked = (rules: readonly Rule[]) => rules.map((one) => network.asQuestion(compile(one)));
  switch (rule.kind) {
    case 'all':
      return asked(rule.rules).reduceRight((rest, question) => network.node(question, FALSE, rest), TRUE);
    case 'any':
      return asked(rule.rules).reduceRight((rest, question) => network.node(question, rest, TRUE), FALSE);
    case 'k-of':
      return network.atLeast(
        asked(rule.rules).map((question) => ({ questions: [question], gives: [0n, 1n] })),
        BigInt(rule.k),
      );
    case 'majority':
    case 'quota':
      return countYes(rule, factions, book, network);
    case 'no-objection': {
      const voters = named(rule.factions, factions).map((faction): Counted => {
        return { questions: [notNo(faction, book, network)], gives: [-BigInt(faction.weight), 0n] };
      });
      return network.atLeast(voters, 1n - BigInt(rule.weight));
    }
    case 'unanimity':
    case 'consent':
      return named(rule.factions, factions).reduceRight(
        (rest, faction) => network.node(yes(faction, book, network), FALSE, rest),
        TRUE,
      );
    case 'no-bloc':
      return named(rule.factions, factions).reduceRight(
        (rest, faction) => network.node(notFierce(faction, book, network), rest, TRUE),
        FALSE,
      );
    case 'opinion': {
      const weight = named(rule.factions, factions).reduce(
        (sum, faction) => sum + BigInt(faction.weight),
        0n,
      );
      if (weight <= 0n) return FALSE;
      const cut = Number(ceilDivide(BigInt(rule.level.numerator) * weight, BigInt(rule.level.denominator)));
      const variable = book.opinion(rule.factions);
      return network.node(network.ask({ kind: 'level', variable, cut, cutWhenRed: cut }), FALSE, TRUE);
    }
  }
}

/** Counts of yes: the fraction or quota is reached, and somebody says yes at all. */
function countYes(
  rule: Extract<Rule, { kind: 'majority' | 'quota' }>,
  factions: ReadonlyMap<FactionId, Faction>,
  book: VariableBook,
  network: NetworkBuilder,
): number {
  const voters = named(rule.factions, factions).map((faction) => ({
    faction,
    weight: rule.heads ? 1n : BigInt(faction.weight),
  }));
  const total = voters.reduce((sum, { weight }) => sum + weight, 0n);
  const share = shareOf(rule, total);
  if (share === null) return FALSE;
  const reached = network.atLeast(
    voters.map(({ faction, weight }): Counted => {
      const questions = [notNo(faction, book, network), yes(faction, book, network)];
      return { questions, gives: [-share.forNo * weight, 0n, share.forYes * weight] };
    }),
    share.needed,
  );
  if (share.needed > 0n) return reached;
  const anybody = voters.reduceRight(
    (rest, { faction, weight }) =>
      weight > 0n ? network.node(yes(faction, book, network), rest, TRUE) : rest,
    FALSE,
  );
  return network.node(network.asQuestion(anybody), FALSE, reached);
}

/** What a unit of yes adds and a unit of no takes away, and the sum that must be reached; null if it cannot be. */
function shareOf(
  rule: Extract<Rule, { kind: 'majority' | 'quota' }>,
  total: bigint,
): { forYes: bigint; forNo: bigint; needed: bigint } | null {
  if (rule.kind === 'quota') return { forYes: 1n, forNo: 0n, needed: BigInt(Math.max(0, rule.weight)) };
  if (rule.fraction.numerator > rule.fraction.denominator) return null;
  if (rule.quorum && total > 0n && rule.quorum.numerator > rule.quorum.denominator) return null;
  const numerator = BigInt(Math.max(0, rule.fraction.numerator));
  const denominator = BigInt(rule.fraction.denominator);
  const more = rule.test === 'more-than' ? 1n : 0n;
  return rule.of === 'cast'
    ? { forYes: denominator - numerator, forNo: numerator, needed: more }
    : { forYes: denominator, forNo: 0n, needed: numerator * total + more };
}

function yes(faction: Faction, book: VariableBook, network: NetworkBuilder): number {
  return network.ask({
    kind: 'level',
    variable: book.faction(faction.id),
    cut: faction.yes,
    cutWhenRed: Number.POSITIVE_INFINITY,
  });
}

function notNo(faction: Faction, book: VariableBook, network: NetworkBuilder): number {
  return network.ask({
    kind: 'level',
    variable: book.faction(faction.id),
    cut: Math.min(faction.no + 1, faction.yes),
    cutWhenRed: Number.POSITIVE_INFINITY,
  });
}

/** Not fierce is: not voting no, or above the level of fierce opposition. */
function notFierce(faction: Faction, book: VariableBook, network: NetworkBuilder): number {
  const above = faction.fierce + 1;
  return network.ask({
    kind: 'level',
    variable: book.faction(faction.id),
    cut: Math.min(above, faction.no + 1, faction.yes),
    cutWhenRed: above,
  });
}

function named(ids: readonly FactionId[], factions: ReadonlyMap<FactionId, Faction>): Faction[] {
  return ids.flatMap((id) => factions.get(id) ?? []);
}
