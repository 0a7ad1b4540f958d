/** Things by a key, keys and things in the order in which they come. */
export function groupBy<Thing, Key>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => Key,
): Map<Key, Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

/** Points added up for each faction. */
export function pointsByFaction(
  effects: readonly { readonly faction: string; readonly points: number }[],
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { faction, points } of effects) sums[faction] = (sums[faction] ?? 0) + points;
  return sums;
}
