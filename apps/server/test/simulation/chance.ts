import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** Numbers from 0 to 1 that follow from a seed alone (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('There is nothing to pick from.');
  return found;
};

/** From now on whatever this process draws follows from the seed: what would be secret is not. For simulations alone. */
export function drawFrom(random: Random): void {
  const fill = <T extends Uint8Array>(bytes: T): T => {
    for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor(random() * 256);
    return bytes;
  };
  Math.random = random;
  Object.assign(crypto, {
    randomBytes: (size: number) => fill(Buffer.alloc(size)),
    randomInt: (end: number) => Math.floor(random() * end),
    // Done at once: a thread of the system would answer when it likes.
    scrypt(...asked: unknown[]) {
      const answer = asked.pop() as (error: null, key: Buffer) => void;
      const [password, salt, length] = asked as [string, string, number];
      const key = crypto.pbkdf2Sync(password, salt, 1, length, 'sha256');
      queueMicrotask(() => answer(null, key));
    },
  });
  syncBuiltinESMExports();
  Object.defineProperty(globalThis, 'crypto', {
    value: { getRandomValues: fill, randomUUID: () => fill(Buffer.alloc(16)).toString('hex') },
    configurable: true,
  });
}
