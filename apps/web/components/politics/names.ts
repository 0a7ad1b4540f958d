import type { Play } from '@/components/play/context';

type Known = Pick<Play, 'brief' | 'roles'>;

export function roleName({ roles }: Known, id: string): string {
  return roles.get(id)?.short ?? '';
}

export function sideName({ brief }: Known, id: string): string {
  return brief.public.sides.find((side) => side.id === id)?.name ?? '';
}

/** An option with its issue: "Troops: within four years". */
export function termName({ brief }: Known, issue: string, option: string): string {
  const found = brief.public.issues.find((one) => one.id === issue);
  const choice = found?.options.find((one) => one.id === option);
  return `${found?.short ?? ''}: ${choice?.short || choice?.label || ''}`;
}

/** Several names in one line. */
export function roleNames(known: Known, ids: readonly string[]): string {
  return ids.map((id) => roleName(known, id)).join(', ');
}
