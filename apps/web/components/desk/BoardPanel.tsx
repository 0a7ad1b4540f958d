'use client';
import { useMemo } from 'react';
import { Board } from '@/components/board/Board';
import type { BoardArrow, BoardFaction, BoardSide, Stand } from '@/components/board/types';
import { type Play, termsOf, usePlay, visibleText } from '@/components/play/context';
import { factionScore, signed } from '@/lib/score';
import { t } from '@/messages';

const STATED: Record<'for' | 'against' | 'undecided', Stand> = { for: 'supporter', against: 'opponent', undecided: 'undecided' };
/** Acts of the last moments that still draw their arrows. */
const ARROWS = 3;

/** The board with what this seat knows: reputations, stances publicly taken, its own score, and acts it has seen. */
export function BoardPanel() {
  const play = usePlay();
  const { sides, factions, arrows } = useMemo(() => boardOf(play), [play]);
  return (
    <div className="rounded-lg border border-line bg-sheet p-2">
      <Board sides={sides} factions={factions} arrows={arrows} />
      <p className="px-2 pb-1 text-xs text-muted">{t('board.known')}</p>
    </div>
  );
}

function boardOf(play: Play): { sides: BoardSide[]; factions: BoardFaction[]; arrows: BoardArrow[] } {
  const { desk, brief, own, role, roles } = play;
  const score = factionScore(own, desk.effects, termsOf(visibleText(play)));
  const sides = brief.public.sides.map((side) => {
    const head = brief.public.roles.find((one) => one.side === side.id && one.initials);
    return { id: side.id, name: side.name, short: side.short, colour: side.colour, head: head ? { id: head.id, short: head.short } : null, sealed: desk.initials[side.id] !== undefined || desk.deal !== null };
  });
  const factions = brief.public.roles
    .filter((one) => one.kind === 'faction')
    .map((one): BoardFaction => {
      const stated = desk.stances[one.id];
      const stand = stated?.public ?? (stated?.private as 'for' | 'against' | 'undecided' | null | undefined);
      return {
        id: one.id,
        side: one.side ?? '',
        name: one.name,
        short: one.short,
        weight: one.weight ?? 0,
        stand: stand ? STATED[stand] : (one.reputation ?? 'undecided'),
        mine: one.id === role.id,
        value: one.id === role.id && score ? signed(score.total) : null,
      };
    });
  const arrows = desk.moves
    .filter((made) => made.round === desk.round)
    .slice(-ARROWS)
    .map((made) => ({ id: made.id, from: headOrSelf(play, made.role), to: targetsOf(play, made.side), label: `${roles.get(made.role)?.name ?? ''}: ${made.headline}` }));
  return { sides, factions, arrows };
}

/** Aides and ministers stand with the head of their side on the board. */
function headOrSelf({ roles, brief }: Play, id: string): string {
  const role = roles.get(id);
  return role?.kind === 'faction' ? id : (brief.public.roles.find((one) => one.side === role?.side && one.initials)?.id ?? id);
}

function targetsOf({ brief }: Play, side: string | null): string[] {
  return brief.public.sides.filter((one) => one.id !== side).map((one) => one.id);
}
