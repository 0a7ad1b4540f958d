import type { ScenarioSheet, SheetMove } from '@btt/protocol';
import { Panel } from '@/components/ui/Panel';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { movesBySide } from '../moves';
import type { Names } from '../names';

/** Every move, by the side that may make it. */
export function Moves({ sheet, names }: { readonly sheet: ScenarioSheet; readonly names: Names }) {
  return (
    <Panel title={t('scenario.moves')}>
      <p className="mb-2 text-sm text-muted">{t('scenario.moves.note')}</p>
      {movesBySide(sheet).map(({ side, moves }) => (
        <details key={side ?? ''} className="border-t border-line">
          <summary className="flex min-h-11 items-center font-serif text-lg font-semibold">
            {t('scenario.moves.count', {
              name: side === null ? t('scenario.noSide') : names.side(side),
              count: moves.length,
            })}
          </summary>
          <ul className="divide-y divide-line">
            {moves.map((move) => (
              <MoveRow key={move.id} move={move} names={names} language={sheet.card.language} />
            ))}
          </ul>
        </details>
      ))}
    </Panel>
  );
}

interface RowProps {
  readonly move: SheetMove;
  readonly names: Names;
  readonly language: string;
}

function MoveRow({ move, names, language }: RowProps) {
  return (
    <li className="py-3 text-sm">
      <h3 className="font-sans text-base font-semibold" lang={language}>
        {move.name}
        {move.device !== '' && <span className="ms-2 text-sm font-normal text-muted">{move.device}</span>}
      </h3>
      <p className="text-muted">
        {t('scenario.moves.by', { who: move.by.map(names.role).join(', ') })} ·{' '}
        {t('scenario.moves.cost', { cost: move.cost })}
      </p>
      <div lang={language} className="max-w-prose">
        {move.summary !== '' && <p>{move.summary}</p>}
        {move.known !== '' && (
          <p>
            <span className="font-semibold">{t('scenario.moves.known')}: </span>
            {move.known}
          </p>
        )}
        {move.risk !== '' && (
          <p>
            <span className="font-semibold">{t('scenario.moves.risk')}: </span>
            {move.risk}
          </p>
        )}
      </div>
      <p className="mt-1">{effectsText(move, names)}</p>
    </li>
  );
}

/** "+2 General staff · −1 Congress (in some deals)" */
export function effectsText({ effects }: SheetMove, names: Names): string {
  if (effects.length === 0) return t('scenario.moves.nothing');
  return effects
    .map(({ faction, points, always }) => {
      const text = `${signed(points)} ${names.short(faction)}`;
      return always ? text : `${text} (${t('scenario.moves.conditional')})`;
    })
    .join(' · ');
}
