import type { Desk, PublicScenario } from '@btt/protocol';
import type { Eyes } from '@/lib/replay';
import { t } from '@/messages';

/** The draft as the eyes could read it at the moment. */
export function DraftTable({
  scenario,
  desk,
  eyes,
}: {
  readonly scenario: PublicScenario;
  readonly desk: Desk;
  readonly eyes: Eyes;
}) {
  const kind =
    eyes.kind === 'role' ? scenario.roles.find((role) => role.id === eyes.role)?.kind : 'negotiator';
  const text = kind === 'negotiator' || kind === 'aide' ? desk.text : (desk.shown?.draft ?? {});
  return (
    <table className="w-full text-sm">
      <caption className="pb-1 text-start font-serif text-base font-semibold">{t('draft.title')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('table.issue')}</th>
          <th scope="col">{t('table.option')}</th>
          <th scope="col">{t('table.status')}</th>
        </tr>
      </thead>
      <tbody>
        {scenario.issues.map((issue) => {
          const clause = text[issue.id];
          const option = issue.options.find((one) => one.id === (desk.deal?.[issue.id] ?? clause?.option));
          const agreed =
            desk.deal !== null ||
            (clause !== undefined && scenario.sides.every((side) => clause.accepted.includes(side.id)));
          return (
            <tr key={issue.id} className="border-t border-line">
              <th scope="row" className="py-1 pe-3 text-start font-serif font-semibold">
                {issue.short}
              </th>
              <td className="py-1 pe-3">{option ? option.short || option.label : '–'}</td>
              <td className={`py-1 text-end ${agreed && option ? 'text-green' : 'text-muted'}`}>
                {!option
                  ? t('clause.status.open')
                  : agreed
                    ? `✓ ${t('clause.status.agreed')}`
                    : clause && clause.rejected.length > 0
                      ? `✕ ${t('clause.status.disputed')}`
                      : t('clause.status.event')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
