import { randomInt } from 'node:crypto';

/**
 * Letters and digits of room codes. Left out is what looks alike on a projector (0 D O Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, E F, U V) and
 * what sounds alike when it is read aloud (B D P T, F S, M N, 5 9, U Q W): of each group at most one is there.
 */
const ALPHABET = 'ACEHJKMRTWXY3479';
const LENGTH = 5;

/** A code for the board: about a million of them. It opens the lobby and no more. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** Letters of a return code: with sixteen to choose from each, a million million codes. */
const RETURN_LENGTH = 10;

/** A code with which one person comes back, made of bytes that nobody can guess: two groups of five. */
export function returnCodeOf(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, RETURN_LENGTH), (byte) => ALPHABET[byte & 15]).join('');
  return `${letters.slice(0, RETURN_LENGTH / 2)}-${letters.slice(RETURN_LENGTH / 2)}`;
}

/** What somebody typed, as a code: capitals and digits only, whatever the keyboard made of them. */
export function readCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}
