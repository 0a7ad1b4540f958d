/** Names joined as German joins them. */
export function list(names: readonly string[], joint: 'und' | 'oder' = 'und'): string {
  return joined(names.map(inside), joint);
}

/** A name inside a sentence, in the nominative: "Der Generalstab" becomes "der Generalstab". */
export function inside(name: string): string {
  return /^(?:Der|Die|Das|Ein|Eine) /.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Things joined as they are: "a, b und c". */
export function joined(things: readonly string[], joint: 'und' | 'oder'): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} ${joint} ${last}`;
}

export const pointsOf = (points: number) => (points === 1 ? '1 Punkt' : `${points} Punkte`);
/** With the decimal comma. */
export const withComma = (number: string) => number.replace('.', ',');
