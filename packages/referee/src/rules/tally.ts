import type { FactionId, Fraction, Rule } from '@btt/scenario';
import type { Vote } from '../model';
import { compareProducts } from './exact';

/** What a rule looks at in one faction. */
export interface Standing {
  readonly weight: number;
  /** Always the model's: an `opinion` rule asks no ballot. */
  readonly support: number;
  readonly vote: Vote;
  readonly fierce: boolean;
  /** Voting or abstaining; only presence counts for a quorum. */
  readonly present: boolean;
}

export type Standings = ReadonlyMap<FactionId, Standing>;

/** How a rule came out, with the numbers that decided it. */
export type Tally =
  | {
      readonly kind: 'majority';
      readonly passes: boolean;
      readonly test: 'more-than' | 'at-least';
      readonly fraction: Fraction;
      readonly of: 'cast' | 'all';
      readonly yes: number;
      readonly no: number;
      readonly abstain: number;
      /** The weight (or heads) of which the fraction is taken. */
      readonly base: number;
      readonly quorum: {
        readonly met: boolean;
        readonly fraction: Fraction;
        readonly present: number;
        readonly total: number;
      } | null;
    }
  | { readonly kind: 'quota'; readonly passes: boolean; readonly yes: number; readonly needed: number }
  | {
      readonly kind: 'unanimity' | 'consent';
      readonly passes: boolean;
      readonly withheld: readonly FactionId[];
    }
  | { readonly kind: 'no-objection'; readonly passes: boolean; readonly no: number; readonly limit: number }
  | {
      readonly kind: 'opinion';
      readonly passes: boolean;
      /** Sum of weight × support, and of the weights: their quotient is the mean. */
      readonly sum: number;
      readonly weight: number;
      readonly level: Fraction;
    }
  | {
      readonly kind: 'no-bloc';
      readonly passes: boolean;
      readonly factions: readonly FactionId[];
      readonly fierce: readonly FactionId[];
    }
  | { readonly kind: 'all' | 'any'; readonly passes: boolean; readonly parts: readonly Tally[] }
  | { readonly kind: 'k-of'; readonly passes: boolean; readonly k: number; readonly parts: readonly Tally[] };

/**
 * Applies a rule to the standings of its factions. Fractions are compared by multiplying out, never by dividing. A count in which nobody
 * says yes fails, whatever the fraction: nothing cast fails. Factions without a standing count nothing.
 */
export function tally(rule: Rule, standings: Standings): Tally {
  switch (rule.kind) {
    case 'majority':
      return majority(rule, standings);
    case 'quota': {
      const { yes } = count(rule.factions, standings, rule.heads);
      return { kind: 'quota', passes: yes > 0 && yes >= rule.weight, yes, needed: rule.weight };
    }
    case 'unanimity':
    case 'consent': {
      const withheld = rule.factions.filter((faction) => standings.get(faction)?.vote !== 'yes');
      return { kind: rule.kind, passes: withheld.length === 0, withheld };
    }
    case 'no-objection': {
      const { no } = count(rule.factions, standings, false);
      return { kind: 'no-objection', passes: no < rule.weight, no, limit: rule.weight };
    }
    case 'opinion': {
      const { sum, weight } = weighOpinion(rule.factions, standings);
      const passes =
        weight > 0 && compareProducts(sum, rule.level.denominator, rule.level.numerator, weight) >= 0;
      return { kind: 'opinion', passes, sum, weight, level: rule.level };
    }
    case 'no-bloc': {
      const fierce = rule.factions.filter((faction) => standings.get(faction)?.fierce === true);
      return {
        kind: 'no-bloc',
        passes: fierce.length < rule.factions.length,
        factions: rule.factions,
        fierce,
      };
    }
    case 'all':
    case 'any': {
      const parts = rule.rules.map((part) => tally(part, standings));
      const passes =
        rule.kind === 'all' ? parts.every((part) => part.passes) : parts.some((part) => part.passes);
      return { kind: rule.kind, passes, parts };
    }
    case 'k-of': {
      const parts = rule.rules.map((part) => tally(part, standings));
      return { kind: 'k-of', passes: parts.filter((part) => part.passes).length >= rule.k, k: rule.k, parts };
    }
  }
}

function majority(rule: Extract<Rule, { kind: 'majority' }>, standings: Standings): Tally {
  const { yes, no, abstain, absent } = count(rule.factions, standings, rule.heads);
  const total = yes + no + abstain + absent;
  const base = rule.of === 'cast' ? yes + no : total;
  const comparison = compareProducts(yes, rule.fraction.denominator, rule.fraction.numerator, base);
  const reached = yes > 0 && (rule.test === 'more-than' ? comparison > 0 : comparison >= 0);
  const present = total - absent;
  const quorum = rule.quorum
    ? {
        met: compareProducts(present, rule.quorum.denominator, rule.quorum.numerator, total) >= 0,
        fraction: rule.quorum,
        present,
        total,
      }
    : null;
  const passes = reached && (quorum === null || quorum.met);
  return {
    kind: 'majority',
    passes,
    test: rule.test,
    fraction: rule.fraction,
    of: rule.of,
    yes,
    no,
    abstain,
    base,
    quorum,
  };
}

/** Weights (or heads) by vote. Who is absent is not counted as abstaining. */
export function count(factions: readonly FactionId[], standings: Standings, heads: boolean) {
  const sums = { yes: 0, no: 0, abstain: 0, absent: 0 };
  for (const faction of factions) {
    const standing = standings.get(faction);
    if (standing) sums[standing.present ? standing.vote : 'absent'] += heads ? 1 : standing.weight;
  }
  return sums;
}

/** Sum of weight × support and of the weights. */
export function weighOpinion(
  factions: readonly FactionId[],
  standings: Standings,
): { sum: number; weight: number } {
  let sum = 0;
  let weight = 0;
  for (const faction of factions) {
    const standing = standings.get(faction);
    if (!standing) continue;
    sum += standing.weight * standing.support;
    weight += standing.weight;
  }
  return { sum, weight };
}
