import type { FactionId, Rule } from '@btt/scenario';

/** Every faction that a rule counts, each once, in the order of first mention. A rule may name factions of any side. */
export function factionsNamed(rule: Rule): FactionId[] {
  return [...new Set(named(rule))];
}

function named(rule: Rule): readonly FactionId[] {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'k-of':
      return rule.rules.flatMap(named);
    default:
      return rule.factions;
  }
}
