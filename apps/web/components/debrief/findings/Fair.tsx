'use client';
import type { FairPoints, TableStanding } from '@btt/protocol';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { DataTable } from '@/components/ui/DataTable';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import type { PlanePoint } from '../charts/FairPlane';
import type { Names } from './names';

const FairPlane = dynamic(() => import('../charts/FairPlane').then((module) => module.FairPlane), {
  ssr: false,
  loading: () => <div className="h-96" />,
});

interface Props {
  readonly fair: FairPoints | null;
  readonly tables: readonly TableStanding[];
  readonly names: Names;
}

/** Where every table ended between two sides, against the Pareto front and the Nash point; and the same as a table. */
export function Fair({ fair, tables, names }: Props) {
  const pairs = pairsOf(fair?.sides ?? []);
  const [chosen, setChosen] = useState(0);
  const pair = pairs[chosen] ?? pairs[0];
  if (!fair || !pair) {
    return (
      <Panel title={t('fair.title')}>
        <p>{t('fair.none')}</p>
      </Panel>
    );
  }
  const [one, other] = pair;
  const [x, y] = [fair.sides.indexOf(one), fair.sides.indexOf(other)];
  const at = (values: readonly number[], key: string): PlanePoint => ({
    key,
    x: round(values[x] ?? 0),
    y: round(values[y] ?? 0),
  });
  const valueOf = (table: TableStanding, side: string) =>
    table.sides.find((found) => found.side === side)?.value ?? null;
  const ended = tables.flatMap((table): PlanePoint[] => {
    const [mine, theirs] = [valueOf(table, one), valueOf(table, other)];
    return table.outcome === null || mine === null || theirs === null
      ? []
      : [{ key: table.table, label: table.name, x: round(mine), y: round(theirs) }];
  });
  const front = fair.front.map((values, n) => at(values, `front-${n}`));
  const nash = fair.nash.map((values, n) => at(values, `nash-${n}`));
  return (
    <Panel title={t('fair.title')}>
      <p className="mb-2 max-w-prose text-sm text-muted">{t('fair.note')}</p>
      {pairs.length > 1 && (
        <label className="mb-2 flex flex-wrap items-center gap-2 text-sm">
          {t('fair.pair')}
          <select
            value={chosen}
            onChange={(event) => setChosen(Number(event.target.value))}
            className="min-h-11 rounded-md border border-line-strong bg-sheet px-2 text-base"
          >
            {pairs.map(([first, second], n) => (
              <option key={`${first} ${second}`} value={n}>
                {t('fair.versus', { one: names.side(first), other: names.side(second) })}
              </option>
            ))}
          </select>
        </label>
      )}
      <div aria-hidden="true" className="max-w-3xl">
        <FairPlane
          x={names.side(one)}
          y={names.side(other)}
          front={front}
          nash={nash}
          tables={joined(ended)}
        />
      </div>
      <details>
        <summary className="inline-flex min-h-11 items-center text-blue underline underline-offset-4">
          {t('fair.table')}
        </summary>
        <DataTable
          label={t('fair.table')}
          columns={[
            { key: 'point', name: t('fair.point') },
            { key: 'x', name: names.side(one), number: true },
            { key: 'y', name: names.side(other), number: true },
          ]}
          rows={[
            ...ended.map((point) => ({ key: point.key, cells: [point.label, point.x, point.y] })),
            ...nash.map((point) => ({ key: point.key, cells: [t('fair.nash'), point.x, point.y] })),
            ...front.map((point) => ({ key: point.key, cells: [t('fair.front'), point.x, point.y] })),
          ]}
        />
      </details>
    </Panel>
  );
}

/** Tables that ended at the same point stand under one label. */
function joined(points: readonly PlanePoint[]): PlanePoint[] {
  const byPlace = new Map<string, PlanePoint>();
  for (const point of points) {
    const place = `${point.x} ${point.y}`;
    const before = byPlace.get(place);
    byPlace.set(place, before ? { ...before, label: `${before.label}, ${point.label}` } : point);
  }
  return [...byPlace.values()];
}

function pairsOf(sides: readonly string[]): [string, string][] {
  const distinct = [...new Set(sides)];
  return distinct.flatMap((one, at) => distinct.slice(at + 1).map((other): [string, string] => [one, other]));
}

const round = (value: number) => Math.round(value * 10) / 10;
