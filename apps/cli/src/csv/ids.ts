import { idFrom, isId } from '../names';
import { shown, type Tell } from './problem';
import type { Cell } from './read';
import { type Named, WITH_ID } from './sheet';
import { plainText } from './write';

const LONGEST_NAME = 300;
const LONGEST_ID = 60;

/** Words with a meaning of their own in scenarios. */
export const RESERVED: readonly string[] = ['everyone', 'host', 'table'];

/**
 * Names and ids of cells. An id written behind a name in square brackets is kept; the others follow from their names. `taken` holds ids
 * that are not free, and afterwards also these. What is there twice, or too long, is told.
 */
export function nameAll(cells: readonly Cell[], kind: string, taken: Set<string>, tell: Tell): Named[] {
  const written = cells.map((cell) => readName(cell, tell));
  const names = new Set<string>();
  for (const [at, { name, id }] of written.entries()) {
    const cell = cells[at];
    if (cell === undefined) continue;
    if (id === null) {
      if (names.has(name)) tell(cell, `${shown(name)} is there twice`);
      names.add(name);
      continue;
    }
    if (taken.has(id)) tell(cell, `the id ${shown(id)} is there twice, or has a meaning of its own`);
    taken.add(id);
  }
  return written.map(({ name, id }) => ({ name, id: id ?? freeId(name, kind, taken) }));
}

function readName(cell: Cell, tell: Tell): { readonly name: string; readonly id: string | null } {
  const text = plainText(cell.text);
  const { name = text, id = '' } = WITH_ID.exec(text)?.groups ?? {};
  if (name.length > LONGEST_NAME) tell(cell, `must be at most ${LONGEST_NAME} characters long`);
  return isId(id) ? { name, id } : { name: text, id: null };
}

/** An id for a name that nothing else has yet; it is taken then. */
export function freeId(name: string, kind: string, taken: Set<string>): string {
  const base = idFrom(name) ?? idFrom(`${kind} ${name}`) ?? kind;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) {
    const ending = `-${number}`;
    id = `${base.slice(0, LONGEST_ID - ending.length)}${ending}`;
  }
  taken.add(id);
  return id;
}
