'use client';
import { Bar, BarChart, Cell, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { signed } from '@/lib/signed';
import { AXIS } from './look';

interface Props {
  /** In the order of the table beside it, whose rows are numbered from 1. */
  readonly shares: readonly { readonly key: string; readonly value: number }[];
}

/** Part of the width that the figure beside the longest bar needs, on either side. */
const ROOM = 0.25;

function withRoom([lowest, highest]: readonly [number, number]): [number, number] {
  const [least, most] = [Math.min(0, lowest), Math.max(0, highest)];
  const room = ROOM * (most - least);
  return [least < 0 ? least - room : 0, most > 0 ? most + room : 0];
}

/** What each cause added to, or took from, the points to spare. The table with the words stands beside it. */
export function ShareBars({ shares }: Props) {
  const data = shares
    .map(({ key, value }, at) => ({ key, number: String(at + 1), value }))
    .filter(({ value }) => value !== 0);
  if (data.length === 0) return null;
  return (
    <ResponsiveContainer width="100%" height={30 * data.length + 40}>
      <BarChart
        data={data}
        layout="vertical"
        margin={{ top: 0, right: 16, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis
          type="number"
          domain={withRoom}
          tickFormatter={(value: number) => signed(Math.round(value * 10) / 10)}
          {...AXIS}
        />
        <YAxis type="category" dataKey="number" width={32} {...AXIS} />
        <ReferenceLine x={0} stroke="var(--line-strong)" />
        <Bar dataKey="value" isAnimationActive={false}>
          {data.map(({ key, value }) => (
            <Cell key={key} fill={value < 0 ? 'var(--oxblood)' : 'var(--brass)'} />
          ))}
          <LabelList
            dataKey="value"
            position="right"
            fill="var(--ink)"
            fontSize={13}
            formatter={(value) => signed(Number(value))}
          />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
