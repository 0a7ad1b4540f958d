import type { BoardFaction, BoardSide } from './types';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Label extends Point {
  readonly anchor: 'start' | 'end' | 'middle';
}

export interface PlacedFaction {
  readonly faction: BoardFaction;
  readonly at: Point;
  readonly label: Label;
}

export interface PlacedSide {
  readonly side: BoardSide;
  readonly head: Point;
  readonly headLabel: Label;
  readonly factions: readonly PlacedFaction[];
}

export interface BoardLayout {
  readonly width: number;
  readonly height: number;
  readonly tableX: number;
  readonly sides: readonly PlacedSide[];
}

const ROW = 40;
const TOP = 34;
/** Below this width negotiators stand above their factions instead of between them and the table. */
const ROOMY = 620;
const HEAD_ROW = 56;

/** Half the size of a token in pixels: the heavier the faction, the larger. */
export function tokenSize(weight: number): number {
  return 8 + Math.min(7, Math.max(0, weight) * 0.3);
}

/**
 * Sides face each other across a table line, two to a band; factions stand behind their negotiator with their names on the outside,
 * where nothing touches them.
 */
export function layOut(
  width: number,
  sides: readonly BoardSide[],
  factions: readonly BoardFaction[],
): BoardLayout {
  const placed: PlacedSide[] = [];
  let top = TOP;
  for (let first = 0; first < sides.length; first += 2) {
    const band = sides.slice(first, first + 2);
    const rows = Math.max(3, ...band.map((side) => factions.filter((one) => one.side === side.id).length));
    const frame: Frame = {
      width,
      labels: Math.min(150, Math.round(width * 0.27)),
      roomy: width >= ROOMY,
      tableX: width / 2,
      top,
      rows,
    };
    for (const [i, side] of band.entries()) placed.push(placeSide(side, i === 0 ? -1 : 1, frame, factions));
    top += rows * ROW + (frame.roomy ? 0 : HEAD_ROW) + 20;
  }
  return { width, height: top, tableX: width / 2, sides: placed };
}

interface Frame {
  readonly width: number;
  readonly labels: number;
  readonly roomy: boolean;
  readonly tableX: number;
  readonly top: number;
  readonly rows: number;
}

/** `outward` is −1 on the left of the table and +1 on the right. */
function placeSide(
  side: BoardSide,
  outward: -1 | 1,
  frame: Frame,
  factions: readonly BoardFaction[],
): PlacedSide {
  const own = factions.filter((one) => one.side === side.id);
  const height = frame.rows * ROW;
  const first = frame.top + (frame.roomy ? 0 : HEAD_ROW);
  const edge = outward === -1 ? 0 : frame.width;
  const tokenX = edge - outward * (frame.labels + 22);
  const anchor = outward === -1 ? 'end' : 'start';
  const head = frame.roomy
    ? { x: frame.tableX + outward * Math.min(110, frame.width * 0.11), y: first + height / 2 }
    : { x: frame.tableX + outward * 34, y: frame.top + 26 };
  return {
    side,
    head,
    headLabel: frame.roomy
      ? { x: head.x, y: head.y - 28, anchor: 'middle' }
      : { x: head.x + outward * 27, y: head.y + 4, anchor },
    factions: own.map((faction, i) => {
      const y = first + (height * (i + 0.5)) / own.length;
      return { faction, at: { x: tokenX, y }, label: { x: tokenX + outward * 21, y: y + 4, anchor } };
    }),
  };
}
