import type { SideClasses } from './colours';
import { type PlacedFaction, tokenSize } from './layout';
import type { Stand } from './types';

const SIGN: Record<Stand, string> = { supporter: '+', opponent: '−', undecided: '±' };

/** A faction: sign and shape say where it stands, not colour alone. */
export function Token({
  placed: { faction, at, label },
  colour,
}: {
  readonly placed: PlacedFaction;
  readonly colour: SideClasses;
}) {
  const half = tokenSize(faction.weight);
  const shape = `${colour.wash} ${colour.stroke} transition-colors duration-500`;
  return (
    <g>
      {faction.mine && (
        <circle cx={at.x} cy={at.y} r={half + 6} className="fill-none stroke-brass" strokeWidth={2} />
      )}
      <Shape stand={faction.stand} x={at.x} y={at.y} half={half} className={shape} />
      <text x={at.x} y={at.y + 5} textAnchor="middle" className={`${colour.fill} text-sm font-bold`}>
        {SIGN[faction.stand]}
      </text>
      <text
        x={label.x}
        y={faction.value == null ? label.y : label.y - 6}
        textAnchor={label.anchor}
        className={`fill-ink text-[11.5px] ${faction.mine ? 'font-semibold' : ''}`}
      >
        {faction.short}
        {faction.value != null && (
          <tspan x={label.x} dy={13} className="fill-muted font-semibold">
            {faction.value}
          </tspan>
        )}
      </text>
    </g>
  );
}

function Shape({
  stand,
  x,
  y,
  half,
  className,
}: {
  readonly stand: Stand;
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly className: string;
}) {
  switch (stand) {
    case 'supporter':
      return <circle cx={x} cy={y} r={half} strokeWidth={2} className={className} />;
    case 'opponent':
      return (
        <rect
          x={x - half}
          y={y - half}
          width={half * 2}
          height={half * 2}
          rx={2}
          strokeWidth={2}
          strokeDasharray="3 2"
          className={className}
        />
      );
    case 'undecided':
      return (
        <rect
          x={x - half * 0.82}
          y={y - half * 0.82}
          width={half * 1.64}
          height={half * 1.64}
          strokeWidth={2}
          transform={`rotate(45 ${x} ${y})`}
          className={className}
        />
      );
  }
}
