'use client';
import type { MapFinding } from '@btt/protocol';
import dynamic from 'next/dynamic';
import { DataTable } from '@/components/ui/DataTable';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { inkOf } from '../charts/look';
import type { Names } from './names';

const MapLines = dynamic(() => import('../charts/MapLines').then((module) => module.MapLines), {
  ssr: false,
  loading: () => <div className="h-72" />,
});

/** How the maps of the other side grew truer, or did not: as a chart, and as a table. */
export function MapsOverTime({
  maps,
  names,
}: {
  readonly maps: readonly MapFinding[];
  readonly names: Names;
}) {
  const lines = maps.flatMap(({ role, side, moments }) => {
    const points = moments.flatMap(({ step, round, score }) =>
      score.signedError.mean === null
        ? []
        : [{ step, round, error: Math.round(score.signedError.mean * 10) / 10 }],
    );
    return points.length === 0
      ? []
      : [{ role, name: names.short(role), colour: inkOf(names.colour(side)), points }];
  });
  if (lines.length === 0) return null;
  const rounds = [...new Set(lines.flatMap(({ points }) => points.map(({ round }) => round)))].sort(
    (one, other) => one - other,
  );
  return (
    <section className="mt-4">
      <h3 className="text-base">{t('maps.chart')}</h3>
      <p className="mb-2 max-w-prose text-sm text-muted">{t('maps.chart.note')}</p>
      <div aria-hidden="true">
        <MapLines lines={lines} />
      </div>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm text-blue underline underline-offset-4">
          {t('chart.table')}
        </summary>
        <DataTable
          label={t('maps.overTime')}
          columns={[
            { key: 'role', name: t('scores.role') },
            ...rounds.map((round) => ({
              key: String(round),
              name: `${t('maps.round')} ${round}`,
              number: true,
            })),
          ]}
          rows={lines.map(({ role, points }) => ({
            key: role,
            cells: [
              names.role(role),
              ...rounds.map((round) => {
                const last = points.findLast((point) => point.round === round);
                return last ? signed(last.error) : '–';
              }),
            ],
          }))}
        />
      </details>
    </section>
  );
}
