'use client';
import type { TableRecord } from '@btt/protocol';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import type { Replay } from '@/lib/replay';
import { t } from '@/messages';
import { share, thousands } from './Reading';
import { timeOfDay } from './time';

const Curves = dynamic(() => import('./Curves').then((module) => module.Curves), {
  ssr: false,
  loading: () => <div className="h-56" />,
});

export interface Point {
  readonly position: number;
  readonly joint: number;
  readonly sides: readonly number[];
  /** Deals that are possible at all. */
  readonly deals: number;
}

interface Props {
  readonly record: TableRecord;
  readonly replay: Replay;
  readonly position: number;
  readonly onGo: (position: number) => void;
}

/** Win-set sizes over the whole table, with the moves as marks; and the same as a table. */
export function WinSetChart({ record, replay, position, onGo }: Props) {
  const { sides } = record.brief.public;
  const points = useMemo(() => pointsOf(replay), [replay]);
  const deals = points.at(-1)?.deals ?? 0;
  const counting = replay.counting;
  const told = points.filter(
    (point, i) =>
      i === 0 ||
      point.joint !== points[i - 1]?.joint ||
      point.sides.some((size, j) => size !== points[i - 1]?.sides[j]),
  );
  return (
    <>
      <div aria-hidden="true">
        <Curves
          points={points}
          sides={sides}
          marks={replay.marks.filter((mark) => mark.kind === 'move')}
          position={position}
          deals={deals}
          onGo={onGo}
        />
      </div>
      {counting !== null && (
        <p role="status" className="text-sm text-muted">
          {t('reading.counting', { share: `${Math.floor(100 * counting)} %` })}
        </p>
      )}
      <details className="text-sm">
        <summary className="inline-flex min-h-11 items-center text-blue underline underline-offset-4">
          {t('chart.table')}
        </summary>
        <div className="max-h-64 overflow-auto" tabIndex={0} role="region" aria-label={t('chart.table')}>
          <table className="w-full">
            <thead>
              <tr className="text-start">
                <th scope="col" className="text-start">
                  {t('chart.moment')}
                </th>
                {sides.map((side) => (
                  <th key={side.id} scope="col" className="text-end">
                    {side.short}
                  </th>
                ))}
                <th scope="col" className="text-end">
                  {t('chart.joint')}
                </th>
              </tr>
            </thead>
            <tbody>
              {told.map((point) => (
                <tr key={point.position} className="border-t border-line">
                  <th scope="row" className="py-1 text-start font-normal">
                    {timeOfDay(replay.timeAt(point.position))}
                  </th>
                  {point.sides.map((size, i) => (
                    <td key={sides[i]?.id} className="py-1 text-end">
                      {thousands(size)} ({share(size, deals)})
                    </td>
                  ))}
                  <td className="py-1 text-end">{thousands(point.joint)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

function pointsOf(replay: Replay): Point[] {
  return Array.from({ length: replay.length }, (_, i) => i + 1).flatMap((position) => {
    const line = replay.lineAt(position);
    return line && line.jointWinSet !== null
      ? [
          {
            position,
            joint: line.jointWinSet,
            sides: line.sides.map((side) => side.winSet ?? 0),
            deals: line.deals,
          },
        ]
      : [];
  });
}
