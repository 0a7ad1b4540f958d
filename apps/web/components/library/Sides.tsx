import type { ScenarioCard, SideColour } from '@btt/protocol';
import { colourOf } from '@/components/board/colours';
import { t } from '@/messages';

const COLOURS: readonly string[] = ['blue', 'oxblood', 'green'];

/** The sides in their colours, with how many roles each has. */
export function Sides({ card }: { readonly card: ScenarioCard }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1" lang={card.language}>
      {card.sides.map((side) => (
        <li key={side.id} className="flex items-center gap-2 font-semibold">
          <span
            aria-hidden="true"
            className={`inline-block size-3 rounded-full border-2 ${colourOf(sideColour(side.colour)).border} ${colourOf(sideColour(side.colour)).background}`}
          />
          {t('library.roles', { name: side.name, count: side.roles })}
        </li>
      ))}
    </ul>
  );
}

function sideColour(colour: string): SideColour | null {
  return COLOURS.includes(colour) ? (colour as SideColour) : null;
}
