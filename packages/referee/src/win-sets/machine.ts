import { bitsIn } from './rows';
import { vectorMachine } from './vector-machine';

/**
 * Does the bulk of the work of counting: combines rows of bits that lie in one memory. A program is a list of steps of four numbers,
 * the places of rows `into`, `low`, `asked` and `high`, and each step does `into = low or (asked and high)`.
 */
export interface Machine {
  readonly memory: Int32Array;
  /** Executes steps of the program that lies in the memory at `from`. */
  run(from: number, steps: number): void;
  /** How many bits are set in both rows. */
  count(row: number, mask: number): number;
}

/** A vector machine does 128 deals at a time, a plain one 32. */
export type MachineKind = 'plain' | 'vector';

/** Numbers of a step of a program. */
export const STEP_LENGTH = 4;

/** Makes a machine with so many words of memory, for rows of so many words: a plain one where the platform allows no other. */
export function createMachine(kind: MachineKind, size: number, words: number): Machine {
  return (kind === 'vector' ? vectorMachine(size, words) : null) ?? plainMachine(size, words);
}

function plainMachine(size: number, words: number): Machine {
  const memory = new Int32Array(size);
  return {
    memory,
    run(from, steps) {
      for (let at = from, end = from + steps * STEP_LENGTH; at < end; at += STEP_LENGTH) {
        const into = memory[at] ?? 0;
        const low = memory[at + 1] ?? 0;
        const asked = memory[at + 2] ?? 0;
        const high = memory[at + 3] ?? 0;
        for (let word = 0; word < words; word++)
          memory[into + word] =
            (memory[low + word] ?? 0) | ((memory[asked + word] ?? 0) & (memory[high + word] ?? 0));
      }
    },
    count(row, mask) {
      let bits = 0;
      for (let word = 0; word < words; word++)
        bits += bitsIn((memory[row + word] ?? 0) & (memory[mask + word] ?? 0));
      return bits;
    },
  };
}
