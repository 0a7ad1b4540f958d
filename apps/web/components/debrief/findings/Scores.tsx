import type { MapAccuracy, TableFindings } from '@btt/protocol';
import { DataTable } from '@/components/ui/DataTable';
import { Panel } from '@/components/ui/Panel';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { MapsOverTime } from './MapsOverTime';
import type { Names } from './names';

interface Props {
  readonly findings: TableFindings;
  readonly names: Names;
}

/** Three lines for every seat, never added up; and how well the maps of the other side told the truth. */
export function Scores({ findings: { scores, maps }, names }: Props) {
  const drawn = maps.filter((map) => map.moments.length > 0);
  return (
    <>
      <Panel
        title={t('scores.title')}
        aside={scores.joint === null ? undefined : t('scores.joint', { joint: Math.round(scores.joint) })}
      >
        <p className="mb-2 max-w-prose text-sm text-muted">{t('scores.note')}</p>
        <DataTable
          label={t('scores.title')}
          columns={[
            { key: 'role', name: t('scores.role') },
            { key: 'own', name: t('scores.own'), number: true },
            { key: 'side', name: t('scores.side'), number: true },
            { key: 'table', name: t('scores.table'), number: true },
            { key: 'beside', name: t('scores.beside') },
          ]}
          rows={scores.seats
            .filter((seat) => seat.held)
            .map((seat) => ({
              key: seat.role,
              cells: [
                names.role(seat.role),
                lineText(seat.own),
                lineText(seat.side),
                lineText(seat.table),
                [
                  seat.beside.fidelity && t(`scores.fidelity.${seat.beside.fidelity}`),
                  seat.beside.margin !== null && t('scores.margin', { points: signed(seat.beside.margin) }),
                ]
                  .filter(Boolean)
                  .join(' '),
              ],
            }))}
          empty={t('scores.nobody')}
        />
      </Panel>
      <Panel title={t('maps.title')}>
        <p className="mb-2 max-w-prose text-sm text-muted">{t('maps.note')}</p>
        <DataTable
          label={t('maps.title')}
          columns={[
            { key: 'role', name: t('scores.role') },
            { key: 'first', name: t('maps.first'), number: true },
            { key: 'last', name: t('maps.last'), number: true },
            { key: 'off', name: t('maps.off'), number: true },
            { key: 'misread', name: t('maps.misread'), number: true },
            { key: 'vote', name: t('maps.vote'), number: true },
          ]}
          rows={drawn.map((map) => {
            const last = map.atTheVote ?? map.moments.at(-1)?.score;
            return {
              key: map.role,
              cells: [
                names.role(map.role),
                meanText(map.moments[0]?.score, 'signedError', true),
                meanText(last, 'signedError', true),
                meanText(last, 'absoluteError'),
                last?.misread.mean == null ? '–' : `${Math.round(100 * last.misread.mean)} %`,
                meanText(map.atTheVote ?? undefined, 'brier'),
              ],
            };
          })}
          empty={t('maps.none')}
        />
        <MapsOverTime maps={drawn} names={names} />
      </Panel>
    </>
  );
}

function lineText(line: number | null): string {
  return line === null ? '–' : String(Math.round(line));
}

function meanText(score: MapAccuracy | undefined, of: keyof MapAccuracy, withSign = false): string {
  const mean = score?.[of].mean;
  if (mean == null) return '–';
  const rounded = Math.round(mean * 10) / 10;
  return withSign ? signed(rounded) : String(rounded);
}
