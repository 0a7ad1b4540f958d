'use client';
import { usePlay } from '@/components/play/context';
import { signed } from '@/lib/signed';
import { t } from '@/messages';

/** Exactly how each option moves this seat. */
export function ScoreSheet() {
  const { own, brief } = usePlay();
  const { points } = own;
  if (!points) return null;
  return (
    <section>
      <h3 className="text-lg">{own.faction ? t('sheet.faction') : t('sheet.principal')}</h3>
      <p className="text-sm text-muted">
        {own.faction
          ? t('sheet.faction.note', { yes: signed(own.faction.yes), no: signed(own.faction.no) })
          : t('sheet.principal.note')}
      </p>
      <div className="mt-2 flex flex-col gap-3">
        {brief.public.issues.map((issue) => {
          const row = points[issue.id] ?? {};
          if (Object.values(row).every((value) => value === 0)) return null;
          return (
            <table key={issue.id} className="w-full text-sm">
              <caption className="text-start font-serif font-semibold">{issue.name}</caption>
              <tbody>
                {issue.options.map((option) => (
                  <tr key={option.id} className="border-t border-line">
                    <th scope="row" className="py-1 pe-3 text-start font-normal">
                      {option.label}
                    </th>
                    <td
                      className={`w-12 py-1 text-end font-semibold ${(row[option.id] ?? 0) < 0 ? 'text-oxblood' : (row[option.id] ?? 0) > 0 ? 'text-green' : 'text-muted'}`}
                    >
                      {signed(row[option.id] ?? 0)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        })}
      </div>
    </section>
  );
}
