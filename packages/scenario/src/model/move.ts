import type { Condition, OptionTest } from './condition';
import type {
  CriticismId,
  FactionId,
  Fraction,
  IssueId,
  MoveId,
  ObligationId,
  OptionId,
  RoleId,
  SideId,
  TriggerId,
} from './rule';

/** How long an effect holds. */
export type Until =
  | { readonly kind: 'end' }
  /** Through this many rounds, counting the current one. */
  | { readonly kind: 'rounds'; readonly rounds: number }
  | { readonly kind: 'trigger'; readonly trigger: TriggerId }
  /** While the obligation that carries it is neither broken nor over. */
  | { readonly kind: 'obligation'; readonly obligation: ObligationId };

/** Who is meant. Resolved to roles when the scenario is loaded; `everyone` includes press and observers. */
export type Audience =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'roles'; readonly roles: readonly RoleId[] }
  | { readonly kind: 'host' };

export type Action =
  | {
      readonly kind: 'effect';
      readonly faction: FactionId;
      /** Support points, may be negative. */
      readonly points: number;
      readonly until: Until;
      /**
       * `each`: counts every time; `once`: a repetition adds nothing; `diminishing`: the n-th time counts points / n, toward zero.
       * Repetitions are counted per move and faction.
       */
      readonly stacking: 'each' | 'once' | 'diminishing';
      /** Counts only in deals that match every test. */
      readonly deal: readonly OptionTest[];
      /** Multiplies the points: see {@link Scale}. */
      readonly scale?: Scale;
    }
  | {
      readonly kind: 'draw';
      /** Id within the scenario, shown in the debrief. */
      readonly id: string;
      /** Chance that `hit` happens. */
      readonly odds: Fraction;
      readonly at: 'now' | 'next-round';
      readonly hit: readonly Action[];
      readonly miss: readonly Action[];
    }
  /** The move being made (or, with `secret`, one hidden value of the move being answered) becomes known to more people. */
  | {
      readonly kind: 'disclose';
      readonly what: 'move' | 'secret';
      readonly secret?: string;
      readonly to: Audience;
      readonly text?: string;
    }
  | {
      readonly kind: 'oblige';
      readonly id: ObligationId;
      /** Roles who are bound. */
      readonly who: readonly RoleId[];
      readonly ban: Ban;
      /** Who is told. Those bound are always told. */
      readonly audience: Audience;
      readonly until: Until;
      /** Done whenever another side puts an option before the bound that they may not accept. */
      readonly pressed: readonly Action[];
      /** Done once a round while it holds. */
      readonly upkeep: readonly Action[];
      /** Done when it comes to its end unbroken. Effects with until `obligation` inside `standing` hold while kept. */
      readonly standing: readonly Action[];
      readonly kept: readonly Action[];
      readonly broken: readonly Action[];
      /** What the bound are told. */
      readonly text: string;
    }
  /** Puts options into the draft as accepted by the sides named: an event delivers a term. */
  | {
      readonly kind: 'deliver';
      readonly issue: IssueId;
      readonly option: OptionId;
      readonly sides: readonly SideId[];
    }
  /** A news item. */
  | { readonly kind: 'tell'; readonly to: Audience; readonly text: string }
  | { readonly kind: 'skip-rounds'; readonly rounds: number }
  | { readonly kind: 'end'; readonly outcome: 'no-agreement'; readonly text: string };

/**
 * What binds. A move that a `tags` ban names breaks the obligation; what an `options` ban rules out is refused; a `must` is broken when its
 * time is over and nobody bound has made one of the moves.
 */
export type Ban =
  | { readonly kind: 'must'; readonly moves: readonly MoveId[] }
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  /** The side may not accept or initial options outside those listed, for the issue. */
  | { readonly kind: 'options'; readonly allowed: readonly OptionTest[] };

/**
 * `by` = number of things picked, of the groups that they spread over, or of criticisms truly answered (held by the faction); points × the
 * value of the highest step reached.
 */
export interface Scale {
  readonly by: 'picked' | 'spread' | 'answered';
  /** Ascending: from `least` things on, points are multiplied by `times`. Below the first step the effect is 0. */
  readonly steps: readonly { readonly least: number; readonly times: number }[];
}

export interface Case {
  readonly when: Condition | null;
  readonly do: readonly Action[];
}

export type MoveKind =
  /** A structured Level Two action. */
  | 'measure'
  /** A public or domestic line, with optional own words. */
  | 'statement'
  /** An answer to a provocation. */
  | 'answer'
  /** An invitation, advice or request to the other side, usually through the back channel. */
  | 'invitation'
  /** Something a faction does. */
  | 'faction';

/** Something a role may do. All devices are moves. */
export interface Move {
  readonly id: MoveId;
  readonly kind: MoveKind;
  readonly name: string;
  /** One sentence for the person who may make it. */
  readonly summary: string;
  /** Device of the catalogue, as a reader-facing label ("no triumphalism"). */
  readonly device: string;
  readonly by: readonly RoleId[];
  /** Political capital, 0 or more. */
  readonly cost: number;
  /** Who learns of the move when it is made. Those in `by` and the actor always do. */
  readonly audience: Audience;
  /** How the move is shown when it becomes known: a headline in the third person. */
  readonly headline: string;
  readonly tags: readonly string[];
  /** What it asserts, topic → value: two assertions that differ are a contradiction. */
  readonly asserts: Readonly<Record<string, string>>;
  /** Every test must be on things that everyone in `by` can see. */
  readonly available: Condition | null;
  /** How many times at one table; null = no limit but capital. */
  readonly limit: number | null;
  /** Answers this provocation. The answer is due while the provocation stands unanswered by this side. */
  readonly answers: MoveId | null;
  /** Expects an answer from these sides. */
  readonly expects: readonly SideId[];
  /** Hidden values fixed by the scenario or chosen by the actor among the values listed. */
  readonly secrets: readonly {
    readonly key: string;
    readonly values: readonly string[];
    readonly labels: readonly string[];
  }[];
  readonly pick: {
    readonly from: 'criticisms' | 'items';
    readonly items: readonly PickItem[];
    readonly min: number;
    readonly max: number;
  } | null;
  /** Who must agree before it may be made: as many of these roles as `least`, or all of them that people sit on, if those are fewer. */
  readonly consent: { readonly of: readonly RoleId[]; readonly least: number } | null;
  /** Done when a move that not everybody knows becomes known to everybody. */
  readonly leaked: readonly Action[];
  /** This move invites those. */
  readonly invites: readonly MoveId[];
  /** Free words may go with it. */
  readonly words: boolean;
  /** First case whose condition holds is done; then `always`. */
  readonly cases: readonly Case[];
  readonly always: readonly Action[];
  /** Its known effect and its risk, in words, for the person who may make it. */
  readonly known: string;
  readonly risk: string;
}

export interface PickItem {
  readonly id: string;
  readonly label: string;
  /** For spread: security, political, economic … */
  readonly group: string;
  /** Done when it is among the things picked. */
  readonly do: readonly Action[];
}

/** A condition or a time that makes things happen: events and gates. */
export interface Trigger {
  readonly id: TriggerId;
  readonly name: string;
  /** Historic date in words. */
  readonly date: string;
  /** Fires at the start of this round, or as soon as `when` holds, or only at the host's word. */
  readonly at:
    | { readonly kind: 'round'; readonly round: number }
    | { readonly kind: 'when'; readonly when: Condition }
    | { readonly kind: 'host' };
  /** Fires in the round only if this holds. */
  readonly onlyIf: Condition | null;
  readonly audience: Audience;
  readonly headline: string;
  readonly text: string;
  readonly gate: boolean;
  readonly cases: readonly Case[];
  readonly always: readonly Action[];
}

/** An attack that the acceptance speech should foresee. */
export interface Criticism {
  readonly id: CriticismId;
  readonly side: SideId;
  readonly text: string;
  /** Factions who truly hold it; none for a decoy. */
  readonly heldBy: readonly FactionId[];
  /** Answer cards. An answer counts when its deal tests and conditions hold. */
  readonly answers: readonly {
    readonly id: string;
    readonly text: string;
    readonly deal: readonly OptionTest[];
    readonly when: Condition | null;
  }[];
}
