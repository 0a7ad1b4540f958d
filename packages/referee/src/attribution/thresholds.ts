import type { Faction, FactionId, Rule } from '@btt/scenario';
import { ceilDivide, floorDivide } from '../rules/exact';

/**
 * A rule as thresholds on sums. Every kind of rule is monotone and counts something that factions contribute at a level of support: so many
 * votes from `yes` upward, so much not said against it from `no` upward, so little fury. Sums of such steps can be searched and bounded
 * in one way for all rules.
 */
export type Threshold =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Threshold[] }
  | { readonly kind: 'k-of'; readonly k: number; readonly parts: readonly Threshold[] }
  /** Passes if the worths of the steps reached add up to what is needed. */
  | { readonly kind: 'steps'; readonly steps: readonly Step[]; readonly needed: bigint }
  /** Passes if weight × support, summed and multiplied by the denominator, is at least numerator × all weight, which is positive. */
  | {
      readonly kind: 'mean';
      readonly voters: readonly { readonly voter: number; readonly weight: number }[];
      readonly numerator: number;
      readonly denominator: number;
    };

/** A faction at or above a level of support adds a worth, which is positive. */
interface Step {
  /** Place of the faction in the scenario's list. */
  readonly voter: number;
  readonly level: number;
  readonly worth: bigint;
}

/** A faction with its place, and whether a red line holds it to a no. */
export interface Voter {
  readonly place: number;
  readonly faction: Pick<Faction, 'weight' | 'yes' | 'no' | 'fierce'>;
  readonly refuses: boolean;
}

type Weighed = readonly { readonly voter: Voter; readonly weight: bigint }[];

const ALWAYS: Threshold = { kind: 'all', parts: [] };
const NEVER: Threshold = { kind: 'any', parts: [] };

/** Support from which a faction votes yes; none where a red line stands against it. */
function levelOfYes({ faction, refuses }: Voter): number | null {
  return refuses ? null : faction.yes;
}

/** Support from which a faction does not vote no. */
function levelOfNotNo({ faction, refuses }: Voter): number | null {
  return refuses ? null : Math.min(faction.yes, faction.no + 1);
}

/** Support from which a faction is not fiercely opposed. A red line fixes the vote, not the fury. */
function levelOfNotFierce(voter: Voter): number {
  return Math.min(levelOfNotNo(voter) ?? Number.POSITIVE_INFINITY, voter.faction.fierce + 1);
}

/** Rewrites a rule for model votes on a deal that fixes who refuses. */
export function thresholdOf(rule: Rule, voters: ReadonlyMap<FactionId, Voter>): Threshold {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return { kind: rule.kind, parts: rule.rules.map((part) => thresholdOf(part, voters)) };
    case 'k-of':
      return { kind: 'k-of', k: rule.k, parts: rule.rules.map((part) => thresholdOf(part, voters)) };
    default:
      return leafOf(rule, voters);
  }
}

type Leaf = Exclude<Rule, { kind: 'all' | 'any' | 'k-of' }>;

function leafOf(rule: Leaf, voters: ReadonlyMap<FactionId, Voter>): Threshold {
  const named = rule.factions.flatMap((id) => voters.get(id) ?? []);
  const byHeads = 'heads' in rule && rule.heads;
  const weighed = named.map((voter) => ({
    voter,
    weight: byHeads ? 1n : BigInt(voter.faction.weight),
  }));
  switch (rule.kind) {
    case 'majority':
      return majority(rule, weighed);
    case 'quota':
      return { kind: 'steps', steps: stepsAt(levelOfYes, weighed), needed: atLeastOne(BigInt(rule.weight)) };
    case 'unanimity':
    case 'consent':
      return {
        kind: 'steps',
        steps: stepsAt(levelOfYes, heads(named)),
        needed: BigInt(rule.factions.length),
      };
    case 'no-objection': {
      const needed = sumOf(weighed) - BigInt(rule.weight) + 1n;
      return { kind: 'steps', steps: stepsAt(levelOfNotNo, weighed), needed };
    }
    case 'opinion':
      return sumOf(weighed) <= 0n
        ? NEVER
        : {
            kind: 'mean',
            voters: named.map(({ place, faction }) => ({ voter: place, weight: faction.weight })),
            ...rule.level,
          };
    case 'no-bloc':
      // Somebody who does not exist is never fierce.
      return named.length < rule.factions.length
        ? ALWAYS
        : { kind: 'steps', steps: stepsAt(levelOfNotFierce, heads(named)), needed: 1n };
  }
}

function majority(rule: Extract<Rule, { kind: 'majority' }>, voters: Weighed): Threshold {
  const total = sumOf(voters);
  // By the model everybody is present.
  if (rule.quorum && total * BigInt(rule.quorum.denominator) < total * BigInt(rule.quorum.numerator))
    return NEVER;
  const numerator = BigInt(rule.fraction.numerator);
  const denominator = BigInt(rule.fraction.denominator);
  const isMore = rule.test === 'more-than';
  const somebody: Threshold = { kind: 'steps', steps: stepsAt(levelOfYes, voters), needed: 1n };
  if (rule.of === 'all') {
    const share = total * numerator;
    const needed = isMore ? floorDivide(share, denominator) + 1n : ceilDivide(share, denominator);
    return { ...somebody, needed: atLeastOne(needed) };
  }
  if (numerator <= 0n) return somebody;
  if (numerator > denominator) return NEVER;
  // yes × denominator against (yes + no) × numerator, with no = all − what is not against it.
  const steps = [
    ...stepsAt(levelOfYes, voters, denominator - numerator),
    ...stepsAt(levelOfNotNo, voters, numerator),
  ];
  const share: Threshold = { kind: 'steps', steps, needed: total * numerator + (isMore ? 1n : 0n) };
  return isMore ? share : { kind: 'all', parts: [share, somebody] };
}

/** The steps of all voters at one kind of level. Who never reaches it, or adds nothing there, has none. */
function stepsAt(level: (voter: Voter) => number | null, voters: Weighed, factor = 1n): Step[] {
  return voters.flatMap(({ voter, weight }) => {
    const from = level(voter);
    const worth = weight * factor;
    return from === null || worth === 0n ? [] : [{ voter: voter.place, level: from, worth }];
  });
}

function heads(voters: readonly Voter[]): Weighed {
  return voters.map((voter) => ({ voter, weight: 1n }));
}

function sumOf(voters: Weighed): bigint {
  return voters.reduce((sum, one) => sum + one.weight, 0n);
}

/** A count in which nobody says yes fails. */
function atLeastOne(needed: bigint): bigint {
  return needed > 1n ? needed : 1n;
}
