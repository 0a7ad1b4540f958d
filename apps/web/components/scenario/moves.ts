import type { ScenarioSheet, SheetMove } from '@btt/protocol';

/** Moves by the side of the first who may make them, in the order of the sides; those of nobody's side at the end. */
export function movesBySide(
  sheet: ScenarioSheet,
): readonly { readonly side: string | null; readonly moves: readonly SheetMove[] }[] {
  const { sides, roles } = sheet.public;
  const sideOf = ({ by }: SheetMove) => roles.find((role) => role.id === by[0])?.side ?? null;
  return [...sides.map((side) => side.id), null]
    .map((side) => ({ side, moves: sheet.moves.filter((move) => sideOf(move) === side) }))
    .filter(({ moves }) => moves.length > 0);
}
