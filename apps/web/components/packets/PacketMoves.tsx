import type { OwnMove } from '@btt/protocol';
import { t } from '@/messages';

/** What the role may do, with the price, the known effect and the risk in words. */
export function PacketMoves({ moves }: { readonly moves: readonly OwnMove[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {moves.map((move) => (
        <li key={move.id} className="text-sm">
          <p className="font-semibold">
            {move.name}{' '}
            <span className="font-normal text-muted">({t('scenario.moves.cost', { cost: move.cost })})</span>
          </p>
          <p>
            {[move.summary, move.known].filter((text) => text !== '').join(' ')}
            {move.risk !== '' && (
              <>
                {' '}
                <em>
                  {t('scenario.moves.risk')}: {move.risk}
                </em>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
