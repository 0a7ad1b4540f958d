import type { BoardFaction, BoardSide } from './types';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedFaction {
  readonly faction: BoardFaction;
  readonly at: Point;
  readonly label: { readonly x: number; readonly anchor: 'start' | 'end' };
}

export interface PlacedSide {
  readonly side: BoardSide;
  readonly head: Point;
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

/** Half the size of a token in pixels: the heavier the faction, the larger. */
export function tokenSize(weight: number): number {
  return 8 + Math.min(7, Math.max(0, weight) * 0.3);
}

/**
 * Sides face each other across a table line, two to a band; factions stand behind their negotiator with their names on the outside,
 * where they never touch.
 */
export function layOut(width: number, sides: readonly BoardSide[], factions: readonly BoardFaction[]): BoardLayout {
  const labels = Math.min(150, Math.round(width * 0.28));
  const reach = Math.max(44, Math.min(110, Math.round(width * 0.1)));
  const tableX = width / 2;
  let top = TOP;
  const placed: PlacedSide[] = [];
  for (let first = 0; first < sides.length; first += 2) {
    const band = sides.slice(first, first + 2);
    const rows = Math.max(3, ...band.map((side) => factions.filter((one) => one.side === side.id).length));
    for (const [i, side] of band.entries()) placed.push(placeSide(side, i === 0 ? 'left' : 'right', { width, labels, reach, tableX, top, rows }, factions));
    top += rows * ROW + 20;
  }
  return { width, height: top, tableX, sides: placed };
}

interface Frame {
  readonly width: number;
  readonly labels: number;
  readonly reach: number;
  readonly tableX: number;
  readonly top: number;
  readonly rows: number;
}

function placeSide(side: BoardSide, where: 'left' | 'right', frame: Frame, factions: readonly BoardFaction[]): PlacedSide {
  const own = factions.filter((one) => one.side === side.id);
  const height = frame.rows * ROW;
  const left = where === 'left';
  const tokenX = left ? frame.labels + 20 : frame.width - frame.labels - 20;
  return {
    side,
    head: { x: left ? frame.tableX - frame.reach : frame.tableX + frame.reach, y: frame.top + height / 2 },
    factions: own.map((faction, i) => ({
      faction,
      at: { x: tokenX, y: frame.top + (height * (i + 0.5)) / own.length },
      label: left ? { x: tokenX - 20, anchor: 'end' } : { x: tokenX + 20, anchor: 'start' },
    })),
  };
}
