import { scrypt, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { EventStore } from '@btt/eventstore';
import { readCode, returnCodeOf } from './codes';
import type { Deriver } from './secrets';

/** The codes with which people come back on another device. Stored are slow hashes only. */
export interface ReturnCodes {
  /** The code of somebody who joins with this message: the same when it is sent again. */
  give(session: string, person: string, commandId: string): Promise<string>;
  check(session: string, person: string, typed: string): Promise<boolean>;
  /** Nobody comes back to this session any more. */
  forget(session: string): Promise<void>;
}

/** Scrypt's cost: about a hundredth of a second, so that a class that joins at once does not wait. */
const COST = 2 ** 12;

const kindOf = (session: string) => `return codes of ${session}`;

export function createReturnCodes(store: EventStore, deriver: Deriver): ReturnCodes {
  const slowly = inLanes(Math.max(1, availableParallelism() - 1));
  const hash = (code: string, salt: string) =>
    slowly(
      () =>
        new Promise<Buffer>((resolve, reject) => {
          scrypt(readCode(code), salt, 32, { N: COST }, (error, key) =>
            error ? reject(error) : resolve(key),
          );
        }),
    );
  return {
    async give(session, person, commandId) {
      const secret = deriver.secret('return code', session, person, commandId);
      const code = returnCodeOf(Buffer.from(secret, 'base64url'));
      await store.claimKey(kindOf(session), person, (await hash(code, person)).toString('hex'));
      return code;
    },
    async check(session, person, typed) {
      const kept = await store.getKey(kindOf(session), person);
      return kept !== undefined && timingSafeEqual(Buffer.from(kept, 'hex'), await hash(typed, person));
    },
    async forget(session) {
      for (const { key } of await store.keys(kindOf(session))) await store.releaseKey(kindOf(session), key);
    },
  };
}

/** Work in so many lanes, one after the other in each: when a class joins at once a core is left for everybody else. */
function inLanes(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const lanes = Array.from({ length: count }, (): Promise<unknown> => Promise.resolve());
  let next = 0;
  return (work) => {
    const lane = next++ % count;
    const done = (lanes[lane] ?? Promise.resolve()).then(work);
    lanes[lane] = done.catch(() => undefined);
    return done;
  };
}
