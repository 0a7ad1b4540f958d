/** Some fields of a thing, named one by one: what is not named is not told. */
export function pick<Thing, Key extends keyof Thing>(
  thing: Thing,
  ...keys: readonly Key[]
): Pick<Thing, Key> {
  return Object.fromEntries(keys.map((key) => [key, thing[key]])) as Pick<Thing, Key>;
}
