/** A fact before it is stored. The payload is a JSON value. */
export interface NewEvent {
  readonly type: string;
  readonly payload: unknown;
}

export interface StoredEvent extends NewEvent {
  readonly stream: string;
  /** 1, 2, 3 … within the stream, without gaps. */
  readonly version: number;
  /** Milliseconds since the epoch, never before the event that precedes it in the stream. */
  readonly at: number;
  readonly actor: string;
  readonly commandId: string;
}

/** Free text and nicknames, kept apart from facts so that they can be deleted. */
export interface Words {
  readonly id: string;
  readonly body: string;
}

export interface AppendRequest {
  readonly stream: string;
  /** Version on which the writer decided; 0 = the stream must not exist. */
  readonly expected: number;
  readonly actor: string;
  /** Unique for the actor in the stream: a second append under it is answered, not executed. */
  readonly commandId: string;
  /** At least one. */
  readonly events: readonly NewEvent[];
  /** The moment of writing, milliseconds since the epoch. */
  readonly at: number;
  readonly words?: readonly Words[];
  /** Sets, or with null clears, the moment at which the stream wants to be woken. Left out: stays as it is. */
  readonly deadline?: number | null;
}

export type AppendResult =
  | { readonly kind: 'appended'; readonly events: readonly StoredEvent[] }
  /** Somebody else was first: read on from the writer's version and decide again. */
  | { readonly kind: 'conflict'; readonly version: number }
  /** The command was accepted before: these are its events. */
  | { readonly kind: 'repeated'; readonly events: readonly StoredEvent[] };

/**
 * What the servers on one database tell each other at once. Hints, not truth: one may come late, twice, to its own sender, or never.
 */
export interface Notices {
  /** Whether there may be other servers at all. */
  readonly shared: boolean;
  /** At most `LONGEST_NOTICE` characters; a longer one is not sent. Neither waits nor fails. */
  post(notice: string): void;
  /** Says how to stop hearing. */
  hear(listener: (notice: string) => void): () => void;
}

export interface Due {
  readonly stream: string;
  readonly deadline: number;
}

/**
 * The only truth: streams of events, written once and for ever. A promise of `append` is kept only when what it says is on disk.
 * Every method may fail with `StoreUnavailable`; nothing is half done then, and the store recovers without being opened again.
 * An append that failed so may still have been written, if only its answer was lost: send it again under its command id.
 */
export interface EventStore {
  append(request: AppendRequest): Promise<AppendResult>;
  /**
   * Appends to one stream, each decided on what the one before it comes to. After the first that is not appended all others meet a conflict:
   * what they were decided on has not come about.
   */
  appendInOrder(requests: readonly AppendRequest[]): Promise<readonly AppendResult[]>;
  /**
   * For a writer whom others keep overtaking: appends what `decide` makes of the events after a version, while no other server can write to
   * the stream. Null = it made nothing of them. `decide` must not ask for another turn.
   */
  appendInTurn(
    stream: string,
    after: number,
    decide: (fresh: readonly StoredEvent[]) => Promise<AppendRequest | null>,
  ): Promise<AppendResult | null>;
  /** Events after a version, oldest first. */
  read(stream: string, after?: number, limit?: number): Promise<readonly StoredEvent[]>;
  /** Events of an accepted command; none when it is unknown. */
  findCommand(stream: string, actor: string, commandId: string): Promise<readonly StoredEvent[]>;
  /** Newest version; 0 when there is no such stream. */
  version(stream: string): Promise<number>;
  /** Newest versions of these streams; those that do not exist are missing. */
  versions(streams: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Streams whose names begin so, in no particular order. */
  streams(prefix: string): Promise<readonly { readonly stream: string; readonly version: number }[]>;
  /** Streams that want to be woken at or before the moment, earliest first. */
  due(before: number, limit?: number): Promise<readonly Due[]>;
  /** Bodies by id; deleted ones are missing. */
  words(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Deletes every word of a stream for good and says how many there were. */
  deleteWords(stream: string): Promise<number>;
  /** Removes a stream with its events, words and deadline. */
  deleteStream(stream: string): Promise<void>;
  /** Stores a document under its content hash; again is harmless. */
  putDocument(hash: string, body: string): Promise<void>;
  getDocument(hash: string): Promise<string | undefined>;
  /** Deletes a document: only for one that nobody else can have named. Again is harmless. */
  deleteDocument(hash: string): Promise<void>;
  /** Claims a key: false when it is taken. */
  claimKey(kind: string, key: string, value: string): Promise<boolean>;
  getKey(kind: string, key: string): Promise<string | undefined>;
  releaseKey(kind: string, key: string): Promise<void>;
  /** Claimed keys of a kind, in the order of their characters. */
  keys(kind: string, limit?: number): Promise<readonly { readonly key: string; readonly value: string }[]>;
  readonly notices: Notices;
  /** Milliseconds since the epoch, by the clock that the servers on this database share, as well as it is known here. */
  now(): number;
  /**
   * Copies everything into one file, which is whole or not there; one of that name is replaced. Restored by putting the copy in
   * the place of the store's own file while nothing runs. Only SQLite has it: others have tools for this.
   */
  backup?(file: string): Promise<void>;
  /** Fails when the store cannot be read just now. */
  health(): Promise<void>;
  /** Lets go of the database: it answers nothing afterwards but `StoreUnavailable`. Closing again is harmless. */
  close(): Promise<void>;
}

/** Largest append: characters of JSON and words together. */
export const LARGEST_APPEND = 256 * 1024;

/** Most events of one append. */
export const MOST_EVENTS = 1000;

/** Longest notice, in characters. */
export const LONGEST_NOTICE = 7000;
