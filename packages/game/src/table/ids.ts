/**
 * The id of something that a decision makes: the same whenever the decision is made again, and opaque. It must not tell how many
 * other things the decision made, for some of them are hidden; so the root is secret, and numbers are not shown.
 */
export function happeningId(root: string, number: number): string {
  const text = `${root}\n${number}`;
  return `${mix(text, 0x9e3779b9)}${mix(text, 0x85ebca6b)}`;
}

/** 53 bits that depend on every letter (cyrb53, public domain), in letters and digits. */
function mix(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    high = Math.imul(high ^ letter, 2654435761);
    low = Math.imul(low ^ letter, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0');
}
