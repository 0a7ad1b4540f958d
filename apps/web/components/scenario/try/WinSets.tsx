import type { RefereeLine, Trial } from '@btt/protocol';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import type { Names } from '../names';
import { locale } from '@/messages/language';

interface Props {
  readonly now: Trial;
  /** The same without any measure. */
  readonly alone: Trial | null;
  readonly names: Names;
}

/** How many deals each side would ratify, and how many all of them, without measures and with those ticked. */
export function WinSets({ now, alone, names }: Props) {
  const rows = [
    ...now.line.sides.map(({ side, winSet }) => ({
      id: side,
      name: names.side(side),
      before: alone?.line.sides.find((one) => one.side === side)?.winSet ?? null,
      after: winSet,
    })),
    {
      id: '',
      name: t('try.winSets.joint'),
      before: alone?.line.jointWinSet ?? null,
      after: now.line.jointWinSet,
    },
  ];
  return (
    <Panel title={t('try.winSets')}>
      <p className="mb-2 text-sm text-muted">
        {t('try.winSets.note', { deals: now.line.deals.toLocaleString(locale()) })}
      </p>
      <table className="w-full text-sm">
        <thead>
          <tr className="text-end">
            <th scope="col" className="py-1 pe-2 text-start font-normal">
              {t('try.winSets.who')}
            </th>
            <th scope="col" className="px-2 py-1 text-end font-normal">
              {t('try.winSets.without')}
            </th>
            <th scope="col" className="py-1 ps-2 text-end font-normal">
              {t('try.winSets.with')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.id}
              className={row.id === '' ? 'border-t-2 border-line-strong' : 'border-t border-line'}
            >
              <th scope="row" className="py-1.5 pe-2 text-start font-semibold">
                {row.name}
              </th>
              <td className="px-2 py-1.5 text-end">{alone ? sizeText(row.before, alone.line) : '…'}</td>
              <td className="py-1.5 ps-2 text-end">
                <span className="font-semibold">{sizeText(row.after, now.line)}</span>
                <Bar part={row.after === null ? 0 : row.after / Math.max(1, now.line.deals)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function sizeText(size: number | null, { counting }: RefereeLine): string {
  if (size !== null) return size.toLocaleString(locale());
  return counting === undefined
    ? t('try.winSets.uncounted')
    : t('try.winSets.counting', { percent: Math.round(counting * 100) });
}

/** The share of all deals; a sliver is shown where it is not nothing. */
function Bar({ part }: { readonly part: number }) {
  const width = part > 0 ? Math.max(1, part * 100) : 0;
  return (
    <svg aria-hidden="true" viewBox="0 0 100 3" preserveAspectRatio="none" className="mt-1 h-1.5 w-full">
      <rect width="100" height="3" className="fill-line" />
      <rect width={width} height="3" className="fill-ink" />
    </svg>
  );
}
