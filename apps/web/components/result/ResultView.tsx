import type { Desk, PublicScenario } from '@btt/protocol';
import { colourOf } from '@/components/board/colours';
import { t } from '@/messages';

/** Each side's count with its sentence, and how every faction voted. */
export function ResultView({
  result,
  scenario,
}: {
  readonly result: Desk['results'][number];
  readonly scenario: PublicScenario;
}) {
  return (
    <section aria-live="polite" className="rounded-lg border border-line bg-sheet p-4 sm:p-6">
      <h2 className="text-2xl">{result.passed ? t('outcome.ratified') : t('outcome.refused')}</h2>
      <p className="mt-1 font-serif text-lg">{result.sentence}</p>
      <div className="mt-4 grid gap-4 md:grid-cols-2">
        {result.sides.map((count) => {
          const side = scenario.sides.find((one) => one.id === count.side);
          const colour = colourOf(side?.colour);
          return (
            <div
              key={count.side}
              className={`rounded-md border-2 p-4 ${count.passed ? 'border-brass' : 'border-line'}`}
            >
              <h3 className={`text-xl ${colour.text}`}>{side?.name ?? count.side}</h3>
              <p className="mt-1 text-3xl font-bold">
                {count.yes} : {count.no}
                <span className="sr-only">{t('count.yesNo', { yes: count.yes, no: count.no })}</span>
              </p>
              {count.abstained > 0 && (
                <p className="text-sm text-muted">{t('count.abstained', { weight: count.abstained })}</p>
              )}
              <p className="mt-1 font-semibold">
                {count.passed ? `✓ ${t('count.passed')}` : `✕ ${t('count.failed')}`}
              </p>
              <p className="font-serif">{count.sentence}</p>
              <table className="mt-3 w-full text-sm">
                <caption className="sr-only">{t('count.roll', { side: side?.name ?? '' })}</caption>
                <tbody>
                  {scenario.roles
                    .filter((role) => role.side === count.side && role.kind === 'faction')
                    .map((role) => (
                      <tr key={role.id} className="border-t border-line">
                        <th scope="row" className="py-1 text-start font-normal">
                          {role.short} <span className="text-muted">({role.weight})</span>
                        </th>
                        <td className="py-1 text-end font-semibold">
                          {t(`vote.${result.votes[role.id] ?? 'abstain'}`)}
                          {result.overruled.includes(role.id) && (
                            <span className="font-normal text-muted"> {t('count.overruled')}</span>
                          )}
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          );
        })}
      </div>
    </section>
  );
}
