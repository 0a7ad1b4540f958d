import type { SideClasses } from './colours';
import type { PlacedFaction } from './layout';
import { tokenSize } from './layout';
import type { BoardBloc } from './types';

/** Pixels between a token's edge and the bracket, and between brackets side by side. */
const GAP = 9;
/** How far a bracket reaches beyond its outermost tokens, and how long its arms are. */
const REACH = 10;
const ARM = 5;

/** Factions ready to block together: a bracket on the table's side of their tokens, whole once the coalition stands. */
export function Bracket({
  bloc,
  placed,
  towards,
  nth,
  colour,
}: {
  readonly bloc: BoardBloc;
  readonly placed: readonly PlacedFaction[];
  /** 1 when the table is to the right of the factions, −1 when it is to the left. */
  readonly towards: 1 | -1;
  readonly nth: number;
  readonly colour: SideClasses;
}) {
  const members = placed.filter(({ faction }) => bloc.members.includes(faction.id));
  const first = members[0];
  if (!first) return null;
  const widest = Math.max(...members.map(({ faction }) => tokenSize(faction.weight)));
  const x = first.at.x + towards * (widest + GAP * (nth + 1));
  const ys = members.map(({ at }) => at.y);
  const top = Math.min(...ys) - REACH;
  const bottom = Math.max(...ys) + REACH;
  const arm = x - towards * ARM;
  return (
    <g className={`${colour.stroke} fill-none`} strokeWidth={2.5} strokeLinecap="round">
      <path d={`M${arm},${top} H${x} V${bottom} H${arm}`} strokeDasharray={bloc.stands ? undefined : '4 4'} />
      {members.length > 1 &&
        members.map(({ faction, at }) => <path key={faction.id} d={`M${arm},${at.y} H${x}`} />)}
    </g>
  );
}
