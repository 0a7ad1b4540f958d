'use client';
import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { AXIS, TOOLTIP } from './look';

export interface MapLine {
  readonly role: string;
  readonly name: string;
  readonly colour: string;
  readonly points: readonly { readonly step: number; readonly round: number; readonly error: number }[];
}

/** Told apart by dashes as well as by colour. */
const DASHES = ['', '7 4', '2 3', '10 3 2 3', '1 5'] as const;

/** The signed error of each person's map, event by event. The table behind it has the same figures. */
export function MapLines({ lines }: { readonly lines: readonly MapLine[] }) {
  const steps = [...new Set(lines.flatMap(({ points }) => points.map(({ step }) => step)))].sort(
    (one, other) => one - other,
  );
  const roundOf = new Map(lines.flatMap(({ points }) => points.map(({ step, round }) => [step, round])));
  const data = steps.map((step) => ({
    step,
    ...Object.fromEntries(
      lines.flatMap(({ role, points }) => {
        const point = points.findLast((one) => one.step <= step);
        return point ? [[role, point.error]] : [];
      }),
    ),
  }));
  return (
    <ResponsiveContainer width="100%" height={280}>
      <LineChart data={data} margin={{ top: 8, right: 12, bottom: 4, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          dataKey="step"
          type="number"
          domain={['dataMin', 'dataMax']}
          ticks={firstOfRounds(steps, roundOf)}
          tickFormatter={(step: number) => `${t('maps.round')} ${roundOf.get(step) ?? ''}`}
          {...AXIS}
        />
        <YAxis width={44} tickFormatter={(value: number) => signed(Math.round(value * 10) / 10)} {...AXIS} />
        <Tooltip
          isAnimationActive={false}
          contentStyle={TOOLTIP}
          formatter={(value, name) => [signed(Math.round(Number(value) * 10) / 10), name]}
          labelFormatter={(step) => `${t('maps.round')} ${roundOf.get(Number(step)) ?? ''}`}
        />
        <Legend wrapperStyle={{ fontSize: 13, color: 'var(--ink)' }} />
        <ReferenceLine y={0} stroke="var(--ink)" />
        {lines.map(({ role, name, colour }, at) => (
          <Line
            key={role}
            dataKey={role}
            name={name}
            type="stepAfter"
            stroke={colour}
            strokeWidth={2.5}
            strokeDasharray={DASHES[at % DASHES.length] ?? ''}
            dot={{ r: 3 }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

function firstOfRounds(steps: readonly number[], roundOf: ReadonlyMap<number, number>): number[] {
  return steps.filter((step, at) => at === 0 || roundOf.get(step) !== roundOf.get(steps[at - 1] ?? -1));
}
