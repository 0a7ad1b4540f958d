'use client';
import { mayMove } from '@btt/protocol';
import { useMemo, useState } from 'react';
import { usePlay } from '@/components/play/context';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { MoveCard } from './MoveCard';

/** Moves shown before asking for all: those that fit the moment come first. */
const FIRST = 4;

/** What this seat can do behind the table: a few at a time, those within reach first. */
export function MovesPanel() {
  const { own, desk, role, sides } = usePlay();
  const [all, setAll] = useState(false);
  const moves = useMemo(() => {
    const judged = own.moves.map((move) => ({ move, wrong: mayMove(desk, move, role, sides) }));
    const later = judged.filter((one) => one.wrong !== null && one.wrong !== 'nothing-to-answer');
    return [...judged.filter((one) => one.wrong === null), ...later];
  }, [own, desk, role, sides]);
  const reach = moves.filter((one) => one.wrong === null).length;
  const shown = all ? moves : moves.slice(0, FIRST);
  if (own.moves.length === 0) return null;
  return (
    <Panel title={t('moves.title')} aside={t('moves.count', { all: moves.length, reach })}>
      <div className="grid gap-3 sm:grid-cols-2">
        {shown.map(({ move, wrong }) => (
          <MoveCard key={move.id} move={move} wrong={wrong} />
        ))}
      </div>
      {moves.length > FIRST && (
        <button
          type="button"
          aria-expanded={all}
          className="mt-3 min-h-11 font-semibold text-blue underline underline-offset-4"
          onClick={() => setAll(!all)}
        >
          {all ? t('moves.fewer') : t('moves.more', { count: moves.length - FIRST })}
        </button>
      )}
    </Panel>
  );
}
