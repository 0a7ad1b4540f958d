import { setTimeout as wait } from 'node:timers/promises';
import { type Seat, WORDS } from './peer';

/** Milliseconds between two commands of one page: a little less than it may send. */
const PAUSE = 55;

/** Everybody says something, again and again, until so much has been said. */
export async function fill(seats: readonly Seat[], count: number): Promise<void> {
  let left = count;
  await Promise.all(
    seats.map(async (seat) => {
      while (left > 0) {
        left -= 1;
        const words = 'What there is to say to few or to all.'.padEnd(WORDS, '.');
        const pause = wait(PAUSE);
        await (seat.speaks ? seat.send(words) : seat.mutter(words));
        await pause;
      }
    }),
  );
}
