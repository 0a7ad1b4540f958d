import type { Exploration, PublicScenario, Terms } from '@btt/protocol';
import { useId } from 'react';
import { colourOf } from '@/components/board/colours';
import { t } from '@/messages';

interface Props {
  readonly scenario: PublicScenario;
  readonly deal: Terms;
  readonly swaps: Exploration['swaps'] | null;
  readonly onChange: (deal: Terms) => void;
}

/** One option for each issue; beside each who would ratify with it. */
export function DealChoice({ scenario, deal, swaps, onChange }: Props) {
  const group = useId();
  function choose(issue: string, option: string | null): void {
    const { [issue]: _before, ...others } = deal;
    onChange(option === null ? others : { ...others, [issue]: option });
  }
  return (
    <div className="grid gap-x-6 gap-y-4 md:grid-cols-2" lang={scenario.language}>
      {scenario.issues.map((issue) => (
        <fieldset key={issue.id} className="min-w-0">
          <legend className="font-serif font-semibold">{issue.name}</legend>
          {[
            ...issue.options.map(({ id, label }) => ({ id, label })),
            { id: null, label: t('explore.open') },
          ].map(({ id, label }) => (
            <label
              key={id ?? ''}
              className="flex min-h-11 items-center gap-3 border-t border-line py-1.5 text-sm has-checked:bg-paper"
            >
              <input
                type="radio"
                name={`${group}-${issue.id}`}
                checked={(deal[issue.id] ?? null) === id}
                onChange={() => choose(issue.id, id)}
                className="size-5 shrink-0 accent-ink"
              />
              <span className={`min-w-0 flex-1 ${id === null ? 'text-muted' : ''}`}>{label}</span>
              {id !== null && swaps && (
                <Ratifiers sides={scenario.sides} passing={swaps[issue.id]?.[id] ?? []} />
              )}
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function Ratifiers({
  sides,
  passing,
}: {
  readonly sides: PublicScenario['sides'];
  readonly passing: readonly string[];
}) {
  return (
    <span className="flex shrink-0 flex-col text-xs font-semibold">
      {sides.map(({ id, name, short, colour }) => {
        const passes = passing.includes(id);
        return (
          <span key={id} className={passes ? colourOf(colour).text : 'text-muted'}>
            <span aria-hidden="true">
              {passes ? '✓' : '✕'} {short}
            </span>
            <span className="sr-only">
              {t(passes ? 'explore.wouldRatify' : 'explore.wouldRefuse', { side: name })}.
            </span>
          </span>
        );
      })}
    </span>
  );
}
