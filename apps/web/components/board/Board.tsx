'use client';
import { useEffect, useRef, useState } from 'react';
import { t } from '@/messages';
import { Arrow } from './Arrow';
import { Bracket } from './Bracket';
import { colourOf } from './colours';
import { layOut, type PlacedSide, type Point } from './layout';
import { Token } from './Token';
import type { BoardArrow, BoardBloc, BoardFaction, BoardSide } from './types';

interface Props {
  readonly sides: readonly BoardSide[];
  readonly factions: readonly BoardFaction[];
  readonly arrows?: readonly BoardArrow[];
  readonly blocs?: readonly BoardBloc[];
}

/**
 * The one picture of the game: sides across a table line, negotiators at it, factions behind them. A list in words says the same
 * to those who cannot see it.
 */
export function Board({ sides, factions, arrows = [], blocs = [] }: Props) {
  const [width, box] = useWidth();
  const layout = layOut(width, sides, factions);
  const points = pointsOf(layout.sides);
  return (
    <figure ref={box} className="w-full" aria-label={t('board.title')}>
      <svg
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        aria-hidden="true"
        className="block max-w-full"
      >
        <text x={layout.tableX} y={14} textAnchor="middle" className="fill-muted text-[11px]">
          {t('board.table')}
        </text>
        <rect
          x={layout.tableX - 3.5}
          y={22}
          width={7}
          height={layout.height - 30}
          rx={3.5}
          className="fill-line"
        />
        {layout.sides.map((placed) => (
          <Lines key={placed.side.id} placed={placed} />
        ))}
        {arrows.flatMap((arrow) =>
          arrow.to.map((target) => (
            <Arrow key={`${arrow.id} ${target}`} from={points.get(arrow.from)} to={points.get(target)} />
          )),
        )}
        {layout.sides.map((placed) => (
          <Side key={placed.side.id} placed={placed} blocs={blocs} />
        ))}
      </svg>
      <figcaption className="sr-only">
        <ul>
          {sides.map((side) => (
            <li key={side.id}>
              {side.name}
              {': '}
              {factions
                .filter((faction) => faction.side === side.id)
                .map((faction) =>
                  t('board.faction', { name: faction.name, stance: t(`stance.${faction.stand}`) }),
                )
                .join(', ')}
            </li>
          ))}
          {blocs.map((bloc) => (
            <li key={bloc.id}>{blocText(bloc, factions)}</li>
          ))}
          {arrows.map((arrow) => (
            <li key={arrow.id}>{arrow.label}</li>
          ))}
        </ul>
      </figcaption>
      {blocs.length > 0 && <p className="px-2 text-xs text-muted">{t('bloc.key')}</p>}
    </figure>
  );
}

function Lines({ placed: { side, head, factions } }: { readonly placed: PlacedSide }) {
  return factions.map(({ faction, at }) => (
    <line
      key={faction.id}
      x1={at.x}
      y1={at.y}
      x2={head.x}
      y2={head.y}
      className={`${colourOf(side.colour).stroke} opacity-30`}
    />
  ));
}

function Side({
  placed: { side, head, headLabel, factions },
  blocs,
}: {
  readonly placed: PlacedSide;
  readonly blocs: readonly BoardBloc[];
}) {
  const colour = colourOf(side.colour);
  const own = blocs.filter((bloc) => factions.some(({ faction }) => bloc.members.includes(faction.id)));
  return (
    <g>
      <circle
        cx={head.x}
        cy={head.y}
        r={20}
        strokeWidth={side.sealed ? 4 : 2.5}
        className={`fill-sheet ${side.sealed ? 'stroke-brass' : colour.stroke}`}
      />
      <text
        x={head.x}
        y={head.y + 4}
        textAnchor="middle"
        className={`${colour.fill} ${side.short.length > 6 ? 'text-[9px]' : 'text-[11px]'} font-bold`}
      >
        {side.short}
      </text>
      {side.head && (
        <text
          x={headLabel.x}
          y={headLabel.y}
          textAnchor={headLabel.anchor}
          className="fill-ink font-serif text-[13px] font-semibold"
        >
          {side.head.short}
        </text>
      )}
      {factions.map((placed) => (
        <Token key={placed.faction.id} placed={placed} colour={colour} />
      ))}
      {own.map((bloc, nth) => (
        <Bracket
          key={bloc.id}
          bloc={bloc}
          placed={factions}
          towards={(factions[0]?.at.x ?? 0) < head.x ? 1 : -1}
          nth={nth}
          colour={colour}
        />
      ))}
    </g>
  );
}

function blocText(bloc: BoardBloc, factions: readonly BoardFaction[]): string {
  const who = factions
    .filter((faction) => bloc.members.includes(faction.id))
    .map((faction) => faction.name)
    .join(', ');
  return t(bloc.stands ? 'bloc.board.stands' : 'bloc.board.forming', { who });
}

function pointsOf(sides: readonly PlacedSide[]): Map<string, Point> {
  const points = new Map<string, Point>();
  for (const { side, head, factions } of sides) {
    points.set(side.id, head);
    if (side.head) points.set(side.head.id, head);
    for (const { faction, at } of factions) points.set(faction.id, at);
  }
  return points;
}

function useWidth(): [number, React.RefObject<HTMLElement | null>] {
  const box = useRef<HTMLElement | null>(null);
  const [width, setWidth] = useState(340);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(280, Math.floor(element.clientWidth))));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [width, box];
}
