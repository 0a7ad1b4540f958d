import type { PublicScenario, TableOutcome } from '@btt/protocol';
import { colourOf } from '@/components/board/colours';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';

/** What each table came to, with the count of every side. */
export function Results({
  tables,
  scenario,
}: {
  readonly tables: readonly TableOutcome[];
  readonly scenario: PublicScenario;
}) {
  if (tables.length === 0) return <p>{t('result.none')}</p>;
  return (
    <div className={tables.length > 1 ? 'grid gap-3 md:grid-cols-2' : ''}>
      {tables.map(({ table, name, outcome, sentence, sides }) => (
        <Panel key={table} title={name} aside={outcome === null ? '' : t(`outcome.${outcome}`)}>
          <p className="font-serif text-lg">{sentence}</p>
          <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-2 text-lg">
            {sides.map((count) => {
              const side = scenario.sides.find((one) => one.id === count.side);
              return (
                <li key={count.side}>
                  <span className={`font-semibold ${colourOf(side?.colour).text}`}>
                    {side?.name ?? count.side}
                  </span>{' '}
                  <strong aria-hidden="true">
                    {count.yes} : {count.no}
                  </strong>
                  <span className="sr-only">{t('count.yesNo', { yes: count.yes, no: count.no })}</span>{' '}
                  {count.passed ? `✓ ${t('count.passed')}` : `✕ ${t('count.failed')}`}
                </li>
              );
            })}
          </ul>
        </Panel>
      ))}
    </div>
  );
}
