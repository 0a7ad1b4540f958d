import type { Point } from './layout';

/** An act on its way: a bow from who acted to who feels it. */
export function Arrow({ from, to }: { readonly from: Point | undefined; readonly to: Point | undefined }) {
  if (!from || !to || (from.x === to.x && from.y === to.y)) return null;
  const middle = {
    x: (from.x + to.x) / 2,
    y: (from.y + to.y) / 2 + Math.min(60, Math.abs(to.x - from.x) * 0.25),
  };
  const angle = Math.atan2(to.y - middle.y, to.x - middle.x);
  const tip = { x: to.x - Math.cos(angle) * 16, y: to.y - Math.sin(angle) * 16 };
  const wing = (turn: number) =>
    `${tip.x - Math.cos(angle + turn) * 10},${tip.y - Math.sin(angle + turn) * 10}`;
  return (
    <g className="arrow">
      <path
        d={`M${from.x},${from.y} Q${middle.x},${middle.y} ${tip.x},${tip.y}`}
        pathLength={1}
        strokeWidth={2.5}
        className="fill-none stroke-brass"
      />
      <polygon points={`${tip.x},${tip.y} ${wing(0.45)} ${wing(-0.45)}`} className="fill-brass" />
    </g>
  );
}
