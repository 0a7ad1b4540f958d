import type { FactionId, IssueId, MoveId, ObligationId, OptionId, SideId, TriggerId } from './rule';

/** Which options count for an issue: a deal or draft matches when its option is one of these. */
export interface OptionTest {
  readonly issue: IssueId;
  readonly options: readonly OptionId[];
}

/** A test on the record. Unknown facts are false. */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** The move has been taken (at least `times`), by anyone. */
  | { readonly kind: 'taken'; readonly move: MoveId; readonly times: number }
  /** The trigger has not happened yet. */
  | { readonly kind: 'before'; readonly trigger: TriggerId }
  | { readonly kind: 'after'; readonly trigger: TriggerId }
  /** The current bargaining round, 1-based, bounds included. */
  | { readonly kind: 'round'; readonly from: number; readonly to: number }
  /** A move that `invites` this one has been taken by somebody of the side and has not been used up. */
  | { readonly kind: 'invited'; readonly by: SideId }
  /** The move being answered carries this hidden value (for example manner: performed). */
  | { readonly kind: 'secret'; readonly key: string; readonly value: string }
  /** The draft holds the options and all sides have accepted them. */
  | { readonly kind: 'agreed'; readonly terms: readonly OptionTest[] }
  /** The draft text holds the options, accepted or not. */
  | { readonly kind: 'draft'; readonly terms: readonly OptionTest[] }
  /** Model support of a faction is at least `least`, counting the agreed terms (others contribute nothing) and all adjustments. */
  | { readonly kind: 'support'; readonly faction: FactionId; readonly least: number }
  | { readonly kind: 'kept'; readonly obligation: ObligationId }
  | { readonly kind: 'broken'; readonly obligation: ObligationId }
  /** The number of things picked with the move is at least `least`. */
  | { readonly kind: 'picked'; readonly least: number }
  /** Under the move's own audience: the move is played secretly or publicly. */
  | { readonly kind: 'initialled' };
