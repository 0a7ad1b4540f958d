/**
 * A ratification rule: a monotone expression over faction votes. More support anywhere never loses a ratification.
 * Fractions are exact and taken as written: `667/1000` is not `2/3`.
 */
export type Rule =
  /** Yes weight must reach the fraction of the stated total: strictly more (`more-than`) or at least (`at-least`). */
  | {
      readonly kind: 'majority';
      readonly test: 'more-than' | 'at-least';
      readonly fraction: Fraction;
      /** `cast`: yes + no weight; `all`: the whole weight of the named factions. */
      readonly of: 'cast' | 'all';
      /** Fraction of all weight that must be present (yes, no or abstaining). Nobody is absent under model votes. */
      readonly quorum?: Fraction;
      /** Count heads (each faction once) instead of weights. */
      readonly heads: boolean;
      readonly factions: readonly FactionId[];
    }
  /** Yes weight must reach an absolute number. */
  | {
      readonly kind: 'quota';
      readonly weight: number;
      readonly heads: boolean;
      readonly factions: readonly FactionId[];
    }
  | { readonly kind: 'unanimity'; readonly factions: readonly FactionId[] }
  /** Each named faction must vote yes: a boss, or a veto player. */
  | { readonly kind: 'consent'; readonly factions: readonly FactionId[] }
  /** Tacit acquiescence: passes unless no-votes reach the weight. */
  | { readonly kind: 'no-objection'; readonly weight: number; readonly factions: readonly FactionId[] }
  /** Weighted mean support reaches the level. Always computed from model support. */
  | { readonly kind: 'opinion'; readonly level: Fraction; readonly factions: readonly FactionId[] }
  /** Fails when every named faction is fiercely opposed at once: a blocking coalition. */
  | { readonly kind: 'no-bloc'; readonly factions: readonly FactionId[] }
  | { readonly kind: 'all'; readonly rules: readonly Rule[] }
  | { readonly kind: 'any'; readonly rules: readonly Rule[] }
  | { readonly kind: 'k-of'; readonly k: number; readonly rules: readonly Rule[] };

/** An exact fraction as written; `denominator` ≥ 1. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export type SideId = string;
export type RoleId = string;
/** A faction's id is also the id of its role. */
export type FactionId = string;
export type IssueId = string;
export type OptionId = string;
export type MoveId = string;
export type TriggerId = string;
export type ChannelId = string;
export type CriticismId = string;
export type ObligationId = string;
