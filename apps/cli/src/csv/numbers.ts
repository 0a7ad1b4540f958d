import { shown, type Tell } from './problem';
import type { Cell } from './read';

/** The bounds of points in a scenario. */
const MOST_POINTS = 1_000_000;

const WHOLE = 'points are whole numbers: multiply all that this party has by 10, or round';

/** A whole number; null for an empty cell, and for one that is told to be wrong. */
export function wholeNumber(cell: Cell, tell: Tell, least = -MOST_POINTS): number | null {
  const text = cell.text.replace(/^[−–]/, '-');
  if (text === '') return null;
  if (!/^[+-]?\d+$/.test(text)) {
    tell(cell, complaint(text));
    return null;
  }
  const number = Number(text);
  if (number >= least && number <= MOST_POINTS) return number + 0;
  tell(cell, `must be at least ${least} and at most ${MOST_POINTS}`);
  return null;
}

function complaint(text: string): string {
  if (/^[+-]?\d+,\d+$/.test(text)) return `${shown(text)} has a decimal comma; ${WHOLE}`;
  if (/^[+-]?\d*\.\d+$/.test(text)) return `${shown(text)} has a decimal point; ${WHOLE}`;
  return `${shown(text)} is not a whole number`;
}
