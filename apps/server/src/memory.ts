import { setFlagsFromString } from 'node:v8';

const FLAGS = [
  // Percent by which the old part of the heap may grow before all of it is looked through again.
  '--heap-growing-percent=100',
  // Nor is it looked through, all at once, to give memory back in a minute in which little is said.
  '--no-memory-reducer',
];

/**
 * Trades memory for time: most of the heap is pages that stay. Left to itself the engine looks through all of it whenever 8 MB have become
 * old, sharing the processor with everybody's frames for a tenth of a second, and holds everybody for some thirty milliseconds when a class
 * has been silent for a while. Call it before anything large is loaded.
 */
export function collectRarely(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
