import type { Faction } from '@btt/scenario';
import type { Ballots, Vote } from '../model';
import type { FactionSupport } from '../support/support';

/** How true to its role a vote was. */
export interface Fidelity {
  readonly cast: Vote | 'absent';
  readonly model: Vote;
  /** The vote lay outside the faction's room for judgement, and its constituency voted as the model does. */
  readonly overruled: boolean;
  /**
   * `true-to-role`: as the model. `judgement`: another vote, inside the room for judgement. `against-role`: another vote, outside it.
   * Somebody absent is judged by the abstention that results.
   */
  readonly fidelity: 'true-to-role' | 'judgement' | 'against-role';
  /** Points by which the support would have to be different for the model to vote as cast; null = no support would do that. */
  readonly distance: number | null;
}

export interface Ballot {
  /** The vote that counts. */
  readonly vote: Vote;
  readonly present: boolean;
  /** null where nobody cast a vote. */
  readonly fidelity: Fidelity | null;
}

/** Settles which vote of a faction counts: the one cast, or the model's. */
export function settleBallot(faction: Faction, support: FactionSupport, ballots: Ballots): Ballot {
  const cast = ballots.cast[faction.id];
  const model: Ballot = { vote: support.vote, present: true, fidelity: null };
  if (cast === undefined || ballots.mode === 'model') return model;
  const as: Vote = cast === 'absent' ? 'abstain' : cast;
  const inside = support.redLines.length === 0 && Math.abs(support.margin) <= faction.judgement;
  const differs = as !== support.vote;
  const overruled = ballots.mode === 'bounded' && !inside && (differs || cast === 'absent');
  const fidelity: Fidelity = {
    cast,
    model: support.vote,
    overruled,
    fidelity: !differs ? 'true-to-role' : inside ? 'judgement' : 'against-role',
    distance: distanceTo(as, faction, support),
  };
  return overruled ? { ...model, fidelity } : { vote: as, present: cast !== 'absent', fidelity };
}

function distanceTo(vote: Vote, faction: Faction, { support, redLines }: FactionSupport): number | null {
  if (redLines.length > 0) return vote === 'no' ? 0 : null;
  switch (vote) {
    case 'yes':
      return Math.max(0, faction.yes - support);
    case 'no':
      return faction.no >= faction.yes
        ? Math.max(0, support - faction.yes + 1)
        : Math.max(0, support - faction.no);
    case 'abstain':
      if (faction.yes - faction.no < 2) return null;
      return Math.max(0, faction.no + 1 - support, support - faction.yes + 1);
  }
}
