'use client';
import type { PublicScenario } from '@btt/protocol';
import { Area, AreaChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Mark } from '@/lib/replay';
import { t } from '@/messages';
import { share } from './Reading';
import type { Point } from './WinSetChart';

interface Props {
  readonly points: readonly Point[];
  readonly sides: PublicScenario['sides'];
  readonly marks: readonly Mark[];
  readonly position: number;
  readonly deals: number;
  readonly onGo: (position: number) => void;
}

const INK: Record<string, string> = { blue: 'var(--blue)', oxblood: 'var(--oxblood)', green: 'var(--green)' };

/** Shares of all deals that each side, and all together, would ratify. The joint share is drawn on its own scale, for it is small. */
export function Curves({ points, sides, marks, position, deals, onGo }: Props) {
  const data = points.map((point) => ({
    position: point.position,
    joint: percent(point.joint, deals),
    ...Object.fromEntries(sides.map((side, i) => [side.id, percent(point.sides[i] ?? 0, deals)])),
  }));
  const most = Math.max(0.01, ...data.map((one) => one.joint));
  const axis = { stroke: 'var(--muted)', fontSize: 12, tickLine: false };
  return (
    <ResponsiveContainer width="100%" height={240}>
      <AreaChart
        data={data}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        onClick={(state) => onGo(Number(state.activeLabel ?? position))}
        accessibilityLayer={false}
      >
        <XAxis dataKey="position" type="number" domain={['dataMin', 'dataMax']} {...axis} />
        <YAxis yAxisId="sides" domain={[0, 100]} unit=" %" width={52} {...axis} />
        <YAxis
          yAxisId="joint"
          orientation="right"
          domain={[0, most]}
          width={60}
          tickFormatter={(value: number) => share(value, 100)}
          {...axis}
          stroke="var(--brass)"
        />
        <Tooltip
          isAnimationActive={false}
          contentStyle={{ background: 'var(--sheet)', border: '1px solid var(--line)', color: 'var(--ink)' }}
          formatter={(value, name) => [
            share(Number(value), 100),
            name === 'joint'
              ? t('chart.joint')
              : (sides.find((side) => side.id === name)?.name ?? String(name)),
          ]}
          labelFormatter={(label) => t('chart.event', { position: typeof label === 'number' ? label : '' })}
        />
        {sides.map((side) => (
          <Area
            key={side.id}
            yAxisId="sides"
            dataKey={side.id}
            type="stepAfter"
            stroke={INK[side.colour] ?? 'var(--ink)'}
            fill={INK[side.colour] ?? 'var(--ink)'}
            fillOpacity={0.12}
            strokeWidth={2}
            isAnimationActive={false}
          />
        ))}
        <Area
          yAxisId="joint"
          dataKey="joint"
          type="stepAfter"
          stroke="var(--brass)"
          fill="var(--brass)"
          fillOpacity={0.35}
          strokeWidth={2}
          isAnimationActive={false}
        />
        {marks.map((mark) => (
          <ReferenceLine
            key={`${mark.position} ${mark.label}`}
            yAxisId="sides"
            x={mark.position}
            stroke="var(--line-strong)"
            strokeDasharray="2 3"
          />
        ))}
        <ReferenceLine yAxisId="sides" x={position} stroke="var(--ink)" strokeWidth={2.5} />
      </AreaChart>
    </ResponsiveContainer>
  );
}

const percent = (count: number, of: number) => (of === 0 ? 0 : (100 * count) / of);
