'use client';
import { useMemo } from 'react';
import { Board } from '@/components/board/Board';
import { boardBlocs, boardFactions, boardSides, headOrSelf } from '@/components/board/truth';
import type { BoardArrow } from '@/components/board/types';
import { type Play, termsOf, usePlay, visibleText } from '@/components/play/context';
import { factionScore } from '@btt/protocol';
import { signed } from '@/lib/signed';
import { t } from '@/messages';

/** Acts of the last moments that still draw their arrows. */
const ARROWS = 3;

/** The board with what this seat knows: reputations, stances publicly taken, its own score, and acts it has seen. */
export function BoardPanel() {
  const play = usePlay();
  const { desk, brief, own, role } = play;
  const scenario = brief.public;
  const factions = useMemo(() => {
    const score = factionScore(own, desk.effects, termsOf(visibleText(play)));
    return boardFactions(scenario, desk, null, { role: role.id, value: score ? signed(score.total) : null });
  }, [play, desk, own, role, scenario]);
  const autopilots = scenario.roles.filter(({ id }) => desk.autopilots[id] !== undefined);
  const arrows = useMemo(() => arrowsSeen(play), [play]);
  return (
    <div className="rounded-lg border border-line bg-sheet p-2">
      <Board
        sides={boardSides(scenario, desk)}
        factions={factions}
        arrows={arrows}
        blocs={boardBlocs(desk)}
      />
      <p className="px-2 pb-1 text-xs text-muted">{t('board.known')}</p>
      {autopilots.length > 0 && (
        <p className="px-2 pb-1 text-xs text-muted">
          {t('autopilot.others', { list: autopilots.map(({ short }) => short).join(', ') })}
        </p>
      )}
      {desk.settings?.crossTable === false && (
        <p className="px-2 pb-1 text-xs font-semibold">{t('board.noReach')}</p>
      )}
    </div>
  );
}

/** Moves of this round that the seat has seen: from who made them to the other sides. Whom they moved it does not know. */
function arrowsSeen({ desk, brief, roles }: Play): BoardArrow[] {
  return desk.moves
    .filter((made) => made.round === desk.round)
    .slice(-ARROWS)
    .map((made) => ({
      id: made.id,
      from: headOrSelf(brief.public, made.role),
      to: brief.public.sides.filter((side) => side.id !== made.side).map((side) => side.id),
      label: `${roles.get(made.role)?.name ?? ''}: ${made.headline}`,
    }));
}
