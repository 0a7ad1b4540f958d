/** A number from 0 to 1 from a seed and a text (FNV-1a, then mixed): the same for the same, and evenly spread. */
export function diceFrom(seed: string): (about: string) => number {
  return (about) => {
    let hash = 0x811c9dc5;
    for (const letter of `${seed} ${about}`)
      hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
  };
}
