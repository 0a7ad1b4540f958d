'use client';
import type { PublicScenario } from '@btt/protocol';
import { memo } from 'react';
import { Area, AreaChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { t } from '@/messages';
import type { WeighedMark } from './MarksTable';
import { PLOT } from './plot';
import { share } from './Reading';
import type { Point } from './WinSetChart';

interface Props {
  readonly points: readonly Point[];
  readonly sides: PublicScenario['sides'];
  readonly marks: readonly WeighedMark[];
  /** Events of the whole record. */
  readonly length: number;
  readonly deals: number;
  readonly onGo: (position: number) => void;
}

const RIGHT_MARGIN = 8;
const AXIS_HEIGHT = 30;

const INK: Record<string, string> = { blue: 'var(--blue)', oxblood: 'var(--oxblood)', green: 'var(--green)' };

/**
 * Shares of all deals that each side, and all together, would ratify. The joint share is drawn on its own scale, for it is small. The moment
 * looked at is not drawn here: it moves many times a second.
 */
export const Curves = memo(function Curves({ points, sides, marks, length, deals, onGo }: Props) {
  const data = points.map((point) => ({
    position: point.position,
    joint: percent(point.joint, deals),
    ...Object.fromEntries(sides.map((side, i) => [side.id, percent(point.sides[i] ?? 0, deals)])),
  }));
  const labelled = spaced(marks, length * LABEL_SPACE);
  const most = Math.max(0.01, ...data.map((one) => one.joint));
  const axis = { stroke: 'var(--muted)', fontSize: 12, tickLine: false };
  return (
    <ResponsiveContainer width="100%" height={PLOT.top + PLOT.height + AXIS_HEIGHT}>
      <AreaChart
        data={data}
        margin={{ top: PLOT.top, right: RIGHT_MARGIN, bottom: 0, left: 0 }}
        onClick={(state) => {
          if (state.activeLabel !== undefined) onGo(Number(state.activeLabel));
        }}
        accessibilityLayer={false}
      >
        <XAxis dataKey="position" type="number" domain={[0, length]} height={AXIS_HEIGHT} {...axis} />
        <YAxis yAxisId="sides" domain={[0, 100]} unit=" %" width={PLOT.left} {...axis} />
        <YAxis
          yAxisId="joint"
          orientation="right"
          domain={[0, most]}
          width={PLOT.right - RIGHT_MARGIN}
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
            {...(labelled.has(mark.number)
              ? { label: { value: mark.number, position: 'top', fill: 'var(--ink)', fontSize: 12 } }
              : {})}
          />
        ))}
      </AreaChart>
    </ResponsiveContainer>
  );
});

/** Part of the chart's width that a number needs for itself. */
const LABEL_SPACE = 0.06;

/** Numbers of the marks that have room for it. */
function spaced(marks: readonly WeighedMark[], space: number): ReadonlySet<number> {
  let last = Number.NEGATIVE_INFINITY;
  const shown = new Set<number>();
  for (const { position, number } of marks) {
    if (position - last < space) continue;
    last = position;
    shown.add(number);
  }
  return shown;
}

const percent = (count: number, of: number) => (of === 0 ? 0 : (100 * count) / of);
