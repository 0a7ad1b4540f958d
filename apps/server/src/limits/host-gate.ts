import type { RefusalCode } from '@btt/protocol';
import { sameSecret } from '../sessions/secrets';
import type { Patience } from './patience';

/** Asks for the host pass, where the installation has one. */
export interface HostGate {
  /** Whether there is a pass at all. */
  readonly hasPass: boolean;
  /** Null = may go in. Where many guessed wrong of late, one waits for the answer. */
  admit(address: string, pass: string | undefined): Promise<RefusalCode | null>;
}

export function createHostGate(hostPass: string | undefined, wrongPasses: Patience): HostGate {
  return {
    hasPass: hostPass !== undefined,
    async admit(address, pass) {
      if (hostPass === undefined) return null;
      if (pass === undefined) return 'wrong-pass';
      const isRight = await wrongPasses.guess(
        { address },
        { look: async () => sameSecret(pass, hostPass), isWrong: (right) => !right },
      );
      if (isRight === null) return 'too-many';
      return isRight ? null : 'wrong-pass';
    },
  };
}
