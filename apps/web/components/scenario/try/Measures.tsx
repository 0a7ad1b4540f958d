'use client';
import type { ScenarioSheet } from '@btt/protocol';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { movesBySide } from '../moves';
import type { Names } from '../names';
import { effectsText } from '../read/Moves';

interface Props {
  readonly sheet: ScenarioSheet;
  readonly names: Names;
  readonly ticked: readonly string[];
  readonly onChange: (moves: readonly string[]) => void;
}

/** What each side may do that lasts to the vote, to be ticked. */
export function Measures({ sheet, names, ticked, onChange }: Props) {
  const known = new Set(sheet.moves.map((move) => move.id));
  const historic = (sheet.historic?.moves ?? []).filter((id) => known.has(id));
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...ticked, id] : ticked.filter((one) => one !== id));
  return (
    <Panel title={t('try.measures')}>
      <p className="mb-2 text-sm text-muted">{t('try.measures.lasting')}</p>
      <div className="mb-3 flex flex-wrap gap-2">
        {historic.length > 0 && (
          <Button onClick={() => onChange(historic)}>{t('try.measures.historic')}</Button>
        )}
        <Button disabled={ticked.length === 0} onClick={() => onChange([])}>
          {t('try.measures.none')}
        </Button>
      </div>
      {movesBySide(sheet).map(({ side, moves }) => {
        // What history did is listed in any case, so that every tick can be seen and taken away.
        const shown = moves.filter((move) => move.effects.length > 0 || historic.includes(move.id));
        if (shown.length === 0) return null;
        return (
          <details key={side ?? ''} className="border-t border-line">
            <summary className="flex min-h-11 items-center font-serif font-semibold">
              {t('try.measures.of', {
                name: side === null ? t('scenario.noSide') : names.side(side),
                ticked: shown.filter((move) => ticked.includes(move.id)).length,
                count: shown.length,
              })}
            </summary>
            <ul className="pb-2">
              {shown.map((move) => (
                <li key={move.id}>
                  <label className="flex min-h-11 items-start gap-3 py-1.5">
                    <input
                      type="checkbox"
                      className="mt-0.5 size-5 shrink-0"
                      aria-label={move.name}
                      checked={ticked.includes(move.id)}
                      onChange={(event) => toggle(move.id, event.target.checked)}
                    />
                    <span className="min-w-0 text-sm">
                      <span className="font-semibold" lang={sheet.card.language}>
                        {move.name}
                      </span>
                      <span className="block text-muted">{effectsText(move, names)}</span>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </Panel>
  );
}
