'use client';
import type { TableRecord } from '@btt/protocol';
import dynamic from 'next/dynamic';
import { memo, useMemo } from 'react';
import { DataTable } from '@/components/ui/DataTable';
import type { Replay } from '@/lib/replay';
import { t } from '@/messages';
import { PLOT } from './plot';
import { Folded } from './Folded';
import { MarksTable, weigh } from './MarksTable';
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
  const { length } = replay;
  const part = length === 0 ? 0 : position / length;
  return (
    <>
      <div className="relative">
        <Drawn record={record} replay={replay} onGo={onGo} />
        <div
          aria-hidden="true"
          className="pointer-events-none absolute w-0.5 bg-ink"
          style={{
            top: PLOT.top,
            height: PLOT.height,
            insetInlineStart: `calc(${PLOT.left}px + (100% - ${PLOT.left + PLOT.right}px) * ${part})`,
          }}
        />
      </div>
      <Behind record={record} replay={replay} onGo={onGo} />
    </>
  );
}

type Still = Omit<Props, 'position'>;

const Drawn = memo(function Drawn({ record, replay, onGo }: Still) {
  const { points, marks, deals } = useDrawing(replay);
  return (
    <div aria-hidden="true">
      <Curves
        points={points}
        sides={record.brief.public.sides}
        marks={marks}
        length={replay.length}
        deals={deals}
        onGo={onGo}
      />
    </div>
  );
});

/** The chart in words and as tables. */
const Behind = memo(function Behind({ record, replay, onGo }: Still) {
  const { sides } = record.brief.public;
  const { points, marks, deals } = useDrawing(replay);
  const { counting } = replay;
  return (
    <>
      {counting !== null && (
        <p role="status" className="text-sm text-muted">
          {t('reading.counting', { share: `${Math.floor(100 * counting)} %` })}
        </p>
      )}
      <MarksTable replay={replay} marks={marks} deals={deals} onGo={onGo} />
      <Folded title={t('chart.table')}>
        <div className="max-h-64 overflow-auto">
          <DataTable
            label={t('chart.table')}
            columns={[
              { key: 'moment', name: t('chart.moment') },
              ...sides.map(({ id, short }) => ({ key: id, name: short, number: true })),
              { key: 'joint', name: t('chart.joint'), number: true },
            ]}
            rows={points.map((point) => ({
              key: String(point.position),
              cells: [
                timeOfDay(replay.timeAt(point.position)),
                ...point.sides.map((size) => `${thousands(size)} (${share(size, deals)})`),
                thousands(point.joint),
              ],
            }))}
          />
        </div>
      </Folded>
    </>
  );
});

function useDrawing(replay: Replay) {
  return useMemo(() => {
    const points = pointsOf(replay);
    const moves = replay.marks.filter((mark) => mark.kind === 'move');
    return { points, marks: weigh(replay, moves), deals: points.at(-1)?.deals ?? 0 };
  }, [replay]);
}

/** Where something changed, and the end: the lines between are flat. */
function pointsOf(replay: Replay): Point[] {
  const points: Point[] = [];
  for (let position = 1; position <= replay.length; position++) {
    const line = replay.lineAt(position);
    if (!line || line.jointWinSet === null) continue;
    const point = {
      position,
      joint: line.jointWinSet,
      sides: line.sides.map((side) => side.winSet ?? 0),
      deals: line.deals,
    };
    const before = points.at(-1);
    if (position === replay.length || !before || differs(before, point)) points.push(point);
  }
  return points;
}

function differs(one: Point, other: Point): boolean {
  return one.joint !== other.joint || one.sides.some((size, at) => size !== other.sides[at]);
}
