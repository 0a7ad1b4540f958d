import type { ServerProcess } from './process';

/** A place at a table, with an open connection. */
export interface Seat {
  readonly table: number;
  /** Whether it may say things to everybody at the table as often as it likes. */
  readonly speaks: boolean;
  /** Called with each event that comes, undecoded. */
  hear(listener: (text: string) => void): void;
  /** Sends a command whose words are these; resolves when it is acknowledged. Fails when it is refused. */
  send(words: string): Promise<void>;
  /** The same where few hear it: anybody may. */
  mutter(words: string): Promise<void>;
  close(): void;
}

/** One of the servers that are compared. */
export interface Peer {
  readonly name: string;
  readonly server: ServerProcess;
  /** Whether what a viewer hears repeats all that was said before: then only the last words count. */
  readonly repeats: boolean;
  /** Seats people at tables of at most `TABLE`, numbered from `firstTable` on, and resolves when all of them can send. */
  open(seats: number, firstTable?: number): Promise<readonly Seat[]>;
  stop(): Promise<void>;
}

export const TABLE = 20;
/** People at each table whose commands everybody at it hears. */
export const SPEAKERS = 4;
/** Characters of what is said with each command. */
export const WORDS = 120;

/** Does something for each, several at a time. */
export async function inTurns<T, R>(
  all: readonly T[],
  atOnce: number,
  work: (one: T, at: number) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  for (let i = 0; i < all.length; i += atOnce)
    done.push(...(await Promise.all(all.slice(i, i + atOnce).map((one, k) => work(one, i + k)))));
  return done;
}

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
