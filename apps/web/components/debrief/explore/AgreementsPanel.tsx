import type { Agreements, PublicScenario, Terms } from '@btt/protocol';
import { Button } from '@/components/ui/Button';
import { DataTable } from '@/components/ui/DataTable';
import { Notice } from '@/components/ui/Notice';
import { Panel } from '@/components/ui/Panel';
import { counted } from '@/lib/counted';
import { t } from '@/messages';
import { share, thousands } from '../Reading';
import type { AgreementsWanted } from './useExploration';

interface Props {
  readonly scenario: PublicScenario;
  readonly deal: Terms;
  readonly wanted: AgreementsWanted;
  readonly onTake: (deal: Terms) => void;
}

/** Every agreement that could have been ratified at the moment: how many, the nearest, and what they are made of. */
export function AgreementsPanel({ scenario, deal, wanted: { state, ask }, onTake }: Props) {
  return (
    <Panel title={t('agreements.title')}>
      {state === 'idle' && (
        <>
          <p className="mb-3 max-w-prose text-sm text-muted">{t('agreements.text')}</p>
          <Button look="strong" onClick={ask}>
            {t('agreements.ask')}
          </Button>
        </>
      )}
      <div aria-live="polite">
        {state === 'asking' && <p>{t('agreements.asking')}</p>}
        {typeof state === 'object' && !state.ok && <Notice tone="error">{state.message}</Notice>}
        {typeof state === 'object' && state.ok && (
          <Found found={state} scenario={scenario} deal={deal} onTake={onTake} />
        )}
      </div>
    </Panel>
  );
}

interface FoundProps extends Pick<Props, 'scenario' | 'deal' | 'onTake'> {
  readonly found: Agreements;
}

function Found({ found, scenario, deal, onTake }: FoundProps) {
  const { joint, deals, nearest } = found;
  if (joint === null) return <p>{t('agreements.tooMany')}</p>;
  return (
    <>
      <p className="font-serif text-lg">
        {joint === 0
          ? t('agreements.none')
          : t('agreements.count', { count: thousands(joint), deals: thousands(deals) })}
      </p>
      {nearest.length > 0 && (
        <>
          <h3 className="mt-3 text-base">{t('agreements.nearest')}</h3>
          <ol className="divide-y divide-line" lang={scenario.language}>
            {nearest.map((one, at) => (
              <li key={JSON.stringify(one.deal)} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                <div className="min-w-0 flex-1 basis-60 text-sm">
                  <p className="font-semibold">
                    {one.changes === 0 ? t('agreements.same') : counted('agreements.changes', one.changes)}
                  </p>
                  <ul>
                    {scenario.issues
                      .filter((issue) => one.deal[issue.id] !== deal[issue.id])
                      .map((issue) => (
                        <li key={issue.id}>
                          {issue.short}: {labelOf(issue, one.deal[issue.id])}
                        </li>
                      ))}
                  </ul>
                </div>
                {one.changes > 0 && (
                  <Button
                    onClick={() => onTake(one.deal)}
                    aria-label={t('agreements.takeOf', { number: at + 1 })}
                  >
                    {t('agreements.take')}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
      <details className="mt-3">
        <summary className="flex min-h-11 items-center font-semibold">{t('agreements.options')}</summary>
        <p className="mb-2 max-w-prose text-sm text-muted">{t('agreements.options.note')}</p>
        <div className="flex flex-col gap-4" lang={scenario.language}>
          {scenario.issues.map((issue) => (
            <section key={issue.id}>
              <h3 className="text-base">{issue.name}</h3>
              <DataTable
                label={issue.name}
                columns={[
                  { key: 'option', name: t('agreements.option') },
                  ...found.sides.map(({ side }) => ({
                    key: side,
                    name: scenario.sides.find((one) => one.id === side)?.short ?? side,
                    number: true,
                  })),
                  { key: 'joint', name: t('agreements.all'), number: true },
                ]}
                rows={issue.options.map((option) => {
                  const held = found.options[issue.id]?.[option.id];
                  return {
                    key: option.id,
                    cells: [
                      option.label,
                      ...found.sides.map(({ count }, at) => partOf(held?.sides[at] ?? 0, count)),
                      partOf(held?.joint ?? 0, joint),
                    ],
                  };
                })}
              />
            </section>
          ))}
        </div>
      </details>
    </>
  );
}

function partOf(count: number, of: number): string {
  return of === 0 ? '–' : share(count, of);
}

function labelOf(issue: PublicScenario['issues'][number], option: string | undefined): string {
  return issue.options.find((one) => one.id === option)?.label ?? '';
}
