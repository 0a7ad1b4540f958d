import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { EventStore } from '@btt/eventstore';

/**
 * Letters and digits that are neither mistaken for one another on a projector (0 O, 1 I L, 2 Z, 5 S, 8 B, U V) nor when read aloud
 * (M N, B D P T, F S).
 */
const CODE_ALPHABET = 'ACEGHJKMQRTWXY3479';
const CODE_LENGTH = 5;

export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}

/** What somebody typed, as a code: capitals, no spaces. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** 256 bits that nobody guesses, in letters that fit a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Tokens are stored only so. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares without telling by its time how much was right. */
export function sameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(given).digest(),
    createHash('sha256').update(wanted).digest(),
  );
}

/** Sixteen numbers of 32 bits for the draws of one command. */
export function newEntropy(): number[] {
  const bytes = randomBytes(64);
  return Array.from({ length: 16 }, (_, i) => bytes.readUInt32LE(i * 4));
}

/**
 * Derives what belongs to one joining from a secret of this installation, so that a resent join gets the same token although
 * only the token's hash is stored.
 */
export interface Deriver {
  derive(purpose: string, session: string, id: string): string;
}

export async function openDeriver(store: EventStore): Promise<Deriver> {
  await store.claimKey('secret', 'join', randomBytes(32).toString('hex'));
  const secret = (await store.getKey('secret', 'join')) ?? '';
  return {
    derive: (purpose, session, id) =>
      createHmac('sha256', Buffer.from(secret, 'hex'))
        .update(`${purpose}\n${session}\n${id}`)
        .digest('base64url'),
  };
}
