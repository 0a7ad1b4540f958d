import type { Game } from '@btt/game';
import type { Fact } from '@btt/protocol';

/**
 * What people are called where names are hidden: by the seat that they held last, with a number where several shared it. Whoever
 * never held one has no name.
 */
export function pseudonyms(game: Game, facts: readonly Fact[]): ReadonlyMap<string, string> {
  const seats = new Map<string, string>();
  for (const fact of facts)
    if (fact.type === 'seat-held') for (const person of fact.people) seats.set(person, fact.role);
  const byRole = new Map<string, string[]>();
  for (const [person, role] of seats) byRole.set(role, [...(byRole.get(role) ?? []), person]);
  const names = new Map<string, string>();
  for (const [role, people] of byRole) {
    const name = game.index.role(role)?.short ?? role;
    for (const [i, person] of people.entries())
      names.set(person, people.length > 1 ? `${name} ${i + 1}` : name);
  }
  return names;
}
