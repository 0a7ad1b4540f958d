import type { FactionId, OptionTest, Scenario } from '@btt/scenario';

/**
 * The part of a scenario that the referee reads. A whole `Scenario` fits; so does a game that has nothing but sides, factions, issues and
 * rules. Points, weights, thresholds and adjustments are whole numbers.
 */
export type RefereeScenario = Pick<
  Scenario,
  'language' | 'sides' | 'roles' | 'factions' | 'principals' | 'issues' | 'incompatible' | 'interactions'
>;

export type Vote = 'yes' | 'no' | 'abstain';

/** What the record contributes to one faction's support. Stacking and expiry are settled before it comes here. */
export interface Adjustment {
  readonly faction: FactionId;
  /** Support points, may be negative. */
  readonly points: number;
  /** Counts only in deals that pass every test; none = in every deal. An issue still open passes no test. */
  readonly deal: readonly OptionTest[];
}

/**
 * How the votes are cast. `free`: the vote cast counts. `bounded`: it counts where the faction's margin lies inside its room for judgement
 * and no red line is crossed; elsewhere its constituency overrules it. `model`: every faction votes by its support.
 */
export interface Ballots {
  readonly mode: 'free' | 'bounded' | 'model';
  /** Votes of people. A faction that is missing here votes by the model; `absent` is neither a vote nor present for a quorum. */
  readonly cast: Readonly<Record<FactionId, Vote | 'absent'>>;
}
