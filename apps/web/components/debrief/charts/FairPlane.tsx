'use client';
import {
  CartesianGrid,
  LabelList,
  type LabelProps,
  Legend,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
  ZAxis,
} from 'recharts';
import { t } from '@/messages';
import { AXIS, TOOLTIP } from './look';

export interface PlanePoint {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Beside the point. */
  readonly label?: string;
}

interface Props {
  readonly x: string;
  readonly y: string;
  readonly front: readonly PlanePoint[];
  readonly nash: readonly PlanePoint[];
  readonly tables: readonly PlanePoint[];
}

/** A table's name in one line, on the side that has room for it. */
function Beside({ value, viewBox }: LabelProps) {
  if (!viewBox || !('x' in viewBox)) return null;
  const { x, y, height } = viewBox;
  return (
    <text x={x - 6} y={y + height / 2 + 4} textAnchor="end" fill="var(--ink)" fontSize={13}>
      {value}
    </text>
  );
}

/** What two sides got at every table, with the front and the Nash point. The table behind it has the same figures. */
export function FairPlane({ x, y, front, nash, tables }: Props) {
  const axis = { type: 'number', domain: [0, 100], ticks: [0, 25, 50, 75, 100], ...AXIS } as const;
  const line = [...front].sort((one, other) => one.x - other.x);
  return (
    <ResponsiveContainer width="100%" height={380}>
      <ScatterChart margin={{ top: 8, right: 24, bottom: 24, left: 8 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          dataKey="x"
          name={x}
          label={{ value: x, position: 'insideBottom', offset: -12, fill: 'var(--ink)', fontSize: 13 }}
          {...axis}
        />
        <YAxis
          dataKey="y"
          name={y}
          width={48}
          label={{ value: y, angle: -90, position: 'insideLeft', fill: 'var(--ink)', fontSize: 13 }}
          {...axis}
        />
        <ZAxis range={[90, 90]} />
        <Tooltip
          isAnimationActive={false}
          contentStyle={TOOLTIP}
          formatter={(value, name) => [Math.round(Number(value)), name]}
        />
        <Legend verticalAlign="top" height={44} wrapperStyle={{ fontSize: 13 }} />
        <Scatter
          name={t('fair.front')}
          data={line}
          line={{ stroke: 'var(--brass)', strokeWidth: 2 }}
          fill="var(--brass)"
          shape="circle"
          isAnimationActive={false}
        />
        <Scatter
          name={t('fair.nash')}
          data={[...nash]}
          fill="var(--green)"
          shape="star"
          isAnimationActive={false}
        />
        <Scatter
          name={t('fair.tables')}
          data={[...tables]}
          fill="var(--ink)"
          shape="square"
          isAnimationActive={false}
        >
          <LabelList dataKey="label" content={Beside} />
        </Scatter>
      </ScatterChart>
    </ResponsiveContainer>
  );
}
