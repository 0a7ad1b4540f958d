import type { TableFeed } from '@btt/client';
import type { Fact } from '@btt/protocol';

/** All facts of the types named, oldest first, with when they were told. */
export function factsOf<T extends Fact['type']>(
  entries: TableFeed['entries'],
  ...types: readonly T[]
): { readonly at: number; readonly fact: Extract<Fact, { type: T }> }[] {
  const wanted: readonly string[] = types;
  return entries.flatMap((entry) =>
    entry.facts.flatMap((fact) =>
      wanted.includes(fact.type) ? [{ at: entry.at, fact: fact as Extract<Fact, { type: T }> }] : [],
    ),
  );
}
