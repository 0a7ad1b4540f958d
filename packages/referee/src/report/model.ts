import type { Deal, FactionId, RoleId, SideId } from '@btt/scenario';
import type { SpokenVerdict } from '../words/explain';

/** A count; in digits where it is beyond what a number holds exactly. */
export type Count = number | string;

/** An exact fraction in lowest terms, such as `421/2145`, and the same in decimals. */
export interface PowerShare {
  readonly fraction: string;
  readonly decimal: number;
}

/** Why something is not answered. */
export interface Unanswered {
  readonly kind: 'too-large' | 'not-a-voting-game' | 'no-parties' | 'no-score-sheet';
  readonly reason: string;
}

export interface SideReport {
  readonly side: SideId;
  readonly winSet: { readonly count: number; readonly share: number } | null;
  readonly coalitions:
    | {
        readonly kind: 'exact';
        readonly minimalWinning: readonly (readonly FactionId[])[];
        readonly minimalBlocking: readonly (readonly FactionId[])[];
        readonly vetoPlayers: readonly FactionId[];
        readonly dictators: readonly FactionId[];
        readonly dummies: readonly FactionId[];
      }
    | (Unanswered & { readonly minimalWinning: Count | null; readonly minimalBlocking: Count | null });
  readonly power:
    | {
        readonly kind: 'exact';
        readonly players: readonly {
          readonly faction: FactionId;
          readonly swings: Count;
          readonly banzhaf: PowerShare;
          readonly banzhafShare: PowerShare;
          readonly shapleyShubik: PowerShare | null;
        }[];
      }
    | Unanswered;
}

export interface PartyReport {
  readonly party: RoleId;
  readonly noAgreement: number;
  readonly best: number | null;
}

export interface FrontReport {
  readonly deals: Count;
  readonly points: number;
  /** The first thousand. */
  readonly list: readonly {
    readonly values: readonly number[];
    readonly count: Count;
    readonly deals: readonly Deal[];
  }[];
}

export type SolutionReport =
  | {
      readonly kind: 'found';
      /** What was made as large as possible, exact: a product, a fraction, a gain, a sum of gains. */
      readonly objective: string;
      readonly count: Count | null;
      readonly deals: readonly {
        readonly deal: Deal;
        readonly values: readonly number[];
        readonly gains: readonly number[];
        readonly undominated: boolean;
      }[];
    }
  | { readonly kind: 'none'; readonly reason: 'no-deal' | 'no-rational-deal' };

/** Fronts and solution points over one set of deals. */
export interface WithinReport {
  readonly front: FrontReport | Unanswered;
  readonly solutions:
    | {
        readonly kind: 'exact';
        readonly nash: SolutionReport;
        readonly kalaiSmorodinsky: SolutionReport;
        readonly egalitarian: SolutionReport;
        readonly utilitarian: SolutionReport;
      }
    | Unanswered;
}

/** How many of a set of deals are ratified. */
export interface RatifiedReport {
  readonly deals: number;
  readonly sides: readonly { readonly side: SideId; readonly count: number }[];
  readonly joint: number;
  /** Every faction votes yes. */
  readonly unanimous: number;
}

/** What some parties make of all deals, and of those that every side ratifies. */
export interface ComparisonReport {
  readonly parties: readonly PartyReport[];
  readonly all: WithinReport;
  readonly joint: WithinReport;
  /** How much of what the parties themselves could want is ratified. */
  readonly ratified:
    | {
        readonly kind: 'exact';
        /** Deals in which nobody gets less than without an agreement. */
        readonly rational: RatifiedReport;
        readonly front: RatifiedReport;
      }
    | Unanswered;
}

export interface ListReport {
  readonly of: string;
  readonly sort: string;
  /** How many there are; null where they were too many to go through. */
  readonly count: number | null;
  readonly deals: readonly {
    readonly deal: Deal;
    /** What was sorted by; null where it is not defined. */
    readonly value: Count | null;
    /** Values of the parties compared. */
    readonly values: readonly number[];
  }[];
}

export interface Report {
  readonly format: 'behind-the-table/analysis';
  readonly version: 1;
  /** All combinations of options, incompatible ones included; rounded beyond 2^53. */
  readonly combinations: number;
  /** Deals that are possible; null where they were too many to count. */
  readonly deals: number | null;
  readonly sides: readonly SideReport[];
  readonly joint: { readonly count: number; readonly share: number } | null;
  /** Deals for which every faction votes yes. */
  readonly unanimous: { readonly count: number; readonly share: number } | null;
  readonly principals: ComparisonReport;
  readonly everybody: ComparisonReport;
  readonly deal: SpokenVerdict | null;
  readonly list: ListReport | null;
}
