import type { FactionId, Rule } from '@btt/scenario';
import { factionsNamed } from '../rules/named';
import { type Standing, type Standings, type Tally, tally } from '../rules/tally';

/**
 * Factions that alone could have turned the result: where it passed, those whose fierce no would have sunk it; where it failed, those
 * whose yes would have saved it. Support stays as it is, so an `opinion` has no pivot.
 */
export function pivotalFactions(rule: Rule, standings: Standings): FactionId[] {
  const { passes } = tally(rule, standings);
  return factionsNamed(rule).filter((id) => {
    const standing = standings.get(id);
    if (!standing) return false;
    return tally(rule, new Map(standings).set(id, turned(standing, passes))).passes !== passes;
  });
}

function turned(standing: Standing, passes: boolean): Standing {
  return passes
    ? { ...standing, vote: 'no', fierce: true, present: true }
    : { ...standing, vote: 'yes', fierce: false, present: true };
}

/** The named coalitions, anywhere in the rule, whose members are all fiercely opposed. */
export function blocsHolding(result: Tally): (readonly FactionId[])[] {
  switch (result.kind) {
    case 'all':
    case 'any':
    case 'k-of':
      return result.parts.flatMap(blocsHolding);
    case 'no-bloc':
      return result.passes ? [] : [result.factions];
    default:
      return [];
  }
}
