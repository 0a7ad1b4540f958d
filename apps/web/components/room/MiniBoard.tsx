import type { Desk, PublicScenario, RefereeLine } from '@btt/protocol';
import { colourOf } from '@/components/board/colours';
import { boardFactions } from '@/components/board/truth';
import { t } from '@/messages';

const SIGNS = { supporter: '+', opponent: '−', undecided: '·' } as const;
const WORDS = {
  supporter: 'tablecard.yes',
  opponent: 'tablecard.no',
  undecided: 'tablecard.abstain',
} as const;

/** The board as small as it can be: each side with its factions by sign, and whether home would ratify. For the host alone. */
export function MiniBoard({
  desk,
  scenario,
  line,
}: {
  readonly desk: Desk;
  readonly scenario: PublicScenario;
  readonly line: RefereeLine | null;
}) {
  const factions = boardFactions(scenario, desk, line, null);
  return (
    <ul className="flex flex-col gap-1">
      {scenario.sides.map((side) => {
        const colour = colourOf(side.colour);
        const reading = line?.sides.find((one) => one.side === side.id);
        return (
          <li key={side.id} className="flex flex-wrap items-center gap-1">
            <span className={`w-13 shrink-0 truncate font-semibold ${colour.text}`}>{side.short}</span>
            {factions
              .filter((faction) => faction.side === side.id)
              .map((faction) => (
                <span
                  key={faction.id}
                  role="img"
                  aria-label={t(WORDS[faction.stand], { role: faction.short })}
                  title={t(WORDS[faction.stand], { role: faction.short })}
                  className={`inline-flex size-5 items-center justify-center rounded-full border font-bold leading-none ${colour.border} ${colour.text} ${faction.stand === 'opponent' ? 'border-dashed' : ''} ${faction.stand === 'supporter' ? colour.background : ''}`}
                >
                  {SIGNS[faction.stand]}
                </span>
              ))}
            {reading && (
              <span
                role="img"
                aria-label={t(reading.passes ? 'tablecard.passes' : 'tablecard.fails', { side: side.name })}
                className="ms-auto font-bold"
              >
                {reading.passes ? '✓' : '✗'}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
