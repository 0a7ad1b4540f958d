/** Names joined as English joins them. */
export function list(names: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const last = inside(names.at(-1) ?? '');
  return names.length < 2 ? last : `${names.slice(0, -1).map(inside).join(', ')} ${joint} ${last}`;
}

/** A name inside a sentence: "The General Staff" becomes "the General Staff". */
export function inside(name: string): string {
  return hasArticle(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

export function hasArticle(name: string): boolean {
  return /^(?:The|A|An) /i.test(name);
}

export const pointsOf = (points: number) => (points === 1 ? '1 point' : `${points} points`);
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
