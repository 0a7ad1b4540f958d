import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { EventStore } from '@btt/eventstore';

/** Tokens are stored only so. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares without telling by its time how much was right. */
export function sameSecret(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/** The projector's token of a session: whoever holds the host's can work it out, and nobody the other way. */
export function screenTokenOf(hostToken: string): string {
  return createHmac('sha256', hostToken).update('screen').digest('base64url');
}

/**
 * Works out what belongs to one message from its id, which only its sender knows, and a secret of this installation. So a message
 * that is sent again gets the same answer, and a stolen database gives nobody's token away.
 */
export interface Deriver {
  /** 256 bits in letters that fit a link. */
  secret(
    purpose:
      | 'host token'
      | 'person token'
      | 'co-host token'
      | 'return token'
      | 'return code'
      | 'autopilot'
      | 'happenings'
      | 'note'
      | 'words',
    ...of: readonly string[]
  ): string;
  /** Fourteen letters and digits: enough that no two meet. */
  id(
    purpose: 'session' | 'person' | 'expected' | 'co-host' | 'return' | 'scenario' | 'message',
    ...of: readonly string[]
  ): string;
  /** Sixteen numbers of 32 bits for the draws of one command: the same when it is sent or decided again. */
  entropy(table: string, actor: string, commandId: string): number[];
}

export async function openDeriver(store: EventStore): Promise<Deriver> {
  await store.claimKey('secret', 'server', randomBytes(32).toString('hex'));
  const secret = Buffer.from((await store.getKey('secret', 'server')) ?? '', 'hex');
  if (secret.length !== 32) throw new Error('The secret of this installation is missing from its database.');
  const derive = (purpose: string, of: readonly string[], hash = 'sha256') =>
    createHmac(hash, secret).update(JSON.stringify([purpose, ...of]));
  return {
    secret: (purpose, ...of) => derive(purpose, of).digest('base64url'),
    id: (purpose, ...of) => readable(derive(`${purpose} id`, of).digest()),
    entropy(...of) {
      const bytes = derive('entropy', of, 'sha512').digest();
      return Array.from({ length: 16 }, (_, i) => bytes.readUInt32LE(i * 4));
    },
  };
}

const LETTERS = 'abcdefghijkmnopqrstuvwxyz2345678';

/** 70 bits as 14 characters that are hard to mistake. */
function readable(digest: Buffer): string {
  return Array.from(digest.subarray(0, 14), (byte) => LETTERS[byte & 31]).join('');
}
