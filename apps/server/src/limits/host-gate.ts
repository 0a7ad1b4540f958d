import { setTimeout as wait } from 'node:timers/promises';
import type { RefusalCode } from '@btt/protocol';
import { sameSecret } from '../sessions/secrets';
import type { Patience } from './patience';

/** Asks for the host pass, where the installation has one. */
export interface HostGate {
  /** Whether there is a pass at all. */
  readonly hasPass: boolean;
  /** Null = may go in. Whoever guessed wrong of late waits for the answer. */
  admit(address: string, pass: string | undefined): Promise<RefusalCode | null>;
}

export function createHostGate(hostPass: string | undefined, wrongPasses: Patience): HostGate {
  return {
    hasPass: hostPass !== undefined,
    async admit(address, pass) {
      if (hostPass === undefined) return null;
      const pause = wrongPasses.wait(address, Date.now());
      if (pause === null) return 'too-many';
      if (pause > 0) await wait(pause);
      if (sameSecret(pass ?? '', hostPass)) return null;
      if (pass !== undefined) wrongPasses.wrong(address, Date.now());
      return 'wrong-pass';
    },
  };
}
