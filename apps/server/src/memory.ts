import { setFlagsFromString } from 'node:v8';

/** Percent by which the old part of the heap may grow before all of it is looked through again. */
const GROWTH = 100;

/**
 * Trades memory for time. Left to itself the engine looks through the whole heap whenever 8 MB of it have become old, and shares the
 * processor with everybody's frames for a tenth of a second; most of the heap is pages that stay. Call it before anything large is loaded.
 */
export function collectRarely(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
