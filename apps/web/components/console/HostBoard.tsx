'use client';
import type { Desk, PublicScenario, RefereeLine } from '@btt/protocol';
import { Board } from '@/components/board/Board';
import { boardBlocs, boardFactions, boardSides, trueArrows } from '@/components/board/truth';
import { t } from '@/messages';

/** The board with the referee's supports: for the host alone. */
export function HostBoard({
  desk,
  scenario,
  line,
}: {
  readonly desk: Desk;
  readonly scenario: PublicScenario;
  readonly line: RefereeLine | null;
}) {
  return (
    <div className="rounded-lg border border-line bg-sheet p-2">
      <Board
        sides={boardSides(scenario, desk)}
        factions={boardFactions(scenario, desk, line, null)}
        arrows={trueArrows(scenario, desk, 2)}
        blocs={boardBlocs(desk)}
      />
      <p className="px-2 pb-1 text-xs text-muted">{t('host.board.note')}</p>
    </div>
  );
}
