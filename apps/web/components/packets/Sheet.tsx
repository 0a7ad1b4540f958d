import type { Issue, OwnBrief } from '@btt/protocol';
import { signed } from '@/lib/signed';
import { t } from '@/messages';

interface Props {
  readonly own: OwnBrief;
  readonly issues: readonly Issue[];
}

/** The role's own points, option by option. */
export function Sheet({ own, issues }: Props) {
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 print:grid-cols-2">
      {issues.map((issue) => {
        const row = own.points?.[issue.id] ?? {};
        if (Object.values(row).every((points) => points === 0)) return null;
        return (
          <table key={issue.id} className="w-full self-start text-sm">
            <caption className="text-start font-serif font-semibold">{issue.name}</caption>
            <tbody>
              {issue.options.map((option) => (
                <tr key={option.id} className="border-t border-line">
                  <th scope="row" className="py-0.5 pe-3 text-start font-normal">
                    {option.label}
                  </th>
                  <td className="w-10 py-0.5 text-end font-semibold">{signed(row[option.id] ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
      {own.interactions.length > 0 && (
        <table className="w-full self-start text-sm">
          <caption className="text-start font-serif font-semibold">{t('packets.interactions')}</caption>
          <tbody>
            {own.interactions.map(({ deal, points }) => {
              const text = deal.map((test) => optionsText(issues, test)).join(' + ');
              return (
                <tr key={text} className="border-t border-line">
                  <th scope="row" className="py-0.5 pe-3 text-start font-normal">
                    {text}
                  </th>
                  <td className="w-10 py-0.5 text-end font-semibold">{signed(points)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </div>
  );
}

function optionsText(
  issues: readonly Issue[],
  test: { readonly issue: string; readonly options: readonly string[] },
): string {
  const issue = issues.find((one) => one.id === test.issue);
  const labels = test.options.map((id) => issue?.options.find((option) => option.id === id)?.short ?? id);
  return `${issue?.short ?? test.issue}: ${labels.join(' / ')}`;
}
