import type { OwnMove, PublicScenario } from '@btt/protocol';
import { t } from '@/messages';

/** Names listed one by one at most. */
const LISTED = 4;

/** Who will learn of a move, in words: whole sides and teams by their name, others one by one. */
export function audienceText(scenario: PublicScenario, seenBy: OwnMove['seenBy'], self: string): string {
  if (seenBy === 'everyone') return t('move.seen.everyone');
  if (seenBy === 'host') return t('move.seen.host');
  const left = new Set(seenBy);
  left.delete(self);
  const groups = scenario.sides.flatMap((side) => {
    const all = scenario.roles.filter((role) => role.side === side.id && role.id !== self);
    const team = all.filter((role) => role.kind !== 'faction');
    const found = all.every((role) => left.has(role.id))
      ? all
      : team.length > 1 && team.every((role) => left.has(role.id))
        ? team
        : [];
    for (const role of found) left.delete(role.id);
    if (found.length === 0) return [];
    return [t(found === all ? 'move.seen.side' : 'move.seen.team', { side: side.short })];
  });
  const names = scenario.roles.filter((role) => left.has(role.id)).map((role) => role.short);
  const more = names.length > LISTED ? [t('move.seen.others', { count: names.length - LISTED })] : [];
  const who = [...groups, ...names.slice(0, LISTED), ...more].join(', ');
  return t('move.seen.some', { who: who || t('move.seen.nobody') });
}
