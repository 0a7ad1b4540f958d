import type { Chronicle } from '../chronicle';

/** One of `count` numbers from 0, each as likely as another. Recorded as a draw, so that the record can be played again. */
export function chooseByChance(chronicle: Chronicle, cause: string, draw: string, count: number): number {
  for (let number = 0; number < count - 1; number++) {
    const id = `${cause}:${draw}-${number}`;
    const odds = { numerator: 1, denominator: count - number };
    if (!chronicle.context.chance(id, odds)) continue;
    const text = `${odds.numerator}/${odds.denominator}`;
    chronicle.tell('host', { type: 'drawn', id, draw, odds: text, cause, hit: true, by: 'chance' });
    return number;
  }
  return Math.max(0, count - 1);
}
