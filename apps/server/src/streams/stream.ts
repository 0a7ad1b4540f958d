import { readEvent, written } from './format';
import type { EventStore, NewEvent, StoredEvent, Words } from '@btt/eventstore';
import { type Refusal, refuse } from '@btt/protocol';

/** What a stream's events mean, and who hears of them. */
export interface Logic<State, Event> {
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
  /** Called with new events, in order, once they are durable and folded, before anything else is granted. Neither waits nor fails. */
  readonly told: (fresh: readonly Recorded<Event>[], words: readonly Words[]) => void;
  /** Fetches what must be at hand before events of another writer are folded. When it fails they are taken later. */
  readonly prepare?: (fresh: readonly Recorded<Event>[]) => Promise<void>;
}

export interface Recorded<Event> {
  /** 1, 2, 3 … within the stream. */
  readonly version: number;
  readonly at: number;
  readonly actor: string;
  readonly commandId: string;
  readonly event: Event;
}

interface Proposal<Event> {
  readonly ok: true;
  readonly event: Event & { readonly type: string };
  readonly words?: readonly Words[];
  /** When the stream wants to be woken; null clears it. */
  readonly deadline?: number | null;
}

export interface Wish<State, Event> {
  readonly actor: string;
  /** Unique for the actor: the same wish sent twice is granted once. */
  readonly commandId: string;
  /** Decides on the newest state; called again when somebody else was first. */
  readonly decide: (state: State, at: number) => Proposal<Event> | Refusal;
}

export interface Settled {
  readonly ok: true;
  /** Version of the wish's own event. */
  readonly version: number;
  /** The wish had been granted before. */
  readonly repeated: boolean;
}

/** One stream held in memory: its log, its state, and a queue so that one wish is granted at a time. */
export interface Stream<State, Event> {
  readonly name: string;
  state(): State;
  log(): readonly Recorded<Event>[];
  /** Grants a wish: durable before anybody is told. Fails with `StoreUnavailable`; sending the wish again is right then. */
  submit(wish: Wish<State, Event>): Promise<Settled | Refusal>;
  /** What became of a wish that was granted before; null when it was not. */
  settled(actor: string, commandId: string): Promise<Settled | null>;
  /** Resolves when everything that was asked for so far has been answered. */
  idle(): Promise<void>;
}

/** Tries when others write to the same stream at the same time. */
const MOST_TRIES = 8;

export async function openStream<State, Event>(
  store: EventStore,
  name: string,
  logic: Logic<State, Event>,
): Promise<Stream<State, Event>> {
  const log: Recorded<Event>[] = [];
  let state = logic.initial;
  let queue: Promise<unknown> = Promise.resolve();

  const fold = (fresh: readonly Recorded<Event>[]): void => {
    for (const one of fresh) {
      state = logic.evolve(state, one.event);
      log.push(one);
    }
  };

  function take(fresh: readonly Recorded<Event>[], words: readonly Words[]): void {
    fold(fresh);
    if (fresh.length > 0) logic.told(fresh, words);
  }

  /** Reads what others have written, or what was written here when the answer of the store got lost. */
  async function catchUp(): Promise<void> {
    const fresh = (await store.read(name, log.length)).map(recorded<Event>);
    await logic.prepare?.(fresh);
    take(fresh, []);
  }

  async function grant(wish: Wish<State, Event>): Promise<Settled | Refusal> {
    const { actor, commandId } = wish;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const at = Math.max(Date.now(), log.at(-1)?.at ?? 0);
      const proposal = wish.decide(state, at);
      // A wish that is sent again may be impossible by now, because it was granted: then it is answered as it was.
      if (!proposal.ok) return (await settled(actor, commandId)) ?? proposal;
      const { event, words = [], deadline } = proposal;
      const events: NewEvent[] = [{ type: event.type, payload: written(event) }];
      const request = { stream: name, expected: log.length, actor, commandId, events, at, words };
      const result = await store.append(deadline === undefined ? request : { ...request, deadline });
      switch (result.kind) {
        case 'appended':
          take(result.events.map(recorded<Event>), words);
          return { ok: true, version: log.length, repeated: false };
        case 'repeated':
          return answerOf(result.events);
        case 'conflict':
          await catchUp();
      }
    }
    return refuse('conflict');
  }

  async function settled(actor: string, commandId: string): Promise<Settled | null> {
    const events = await store.findCommand(name, actor, commandId);
    return events.length > 0 ? answerOf(events) : null;
  }

  async function answerOf(events: readonly StoredEvent[]): Promise<Settled> {
    const version = events.at(-1)?.version ?? 0;
    if (version > log.length) await catchUp();
    return { ok: true, version, repeated: true };
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  fold((await store.read(name)).map(recorded<Event>));
  return {
    name,
    state: () => state,
    log: () => log,
    submit: (wish) => inTurn(() => grant(wish)),
    settled: (actor, commandId) => inTurn(() => settled(actor, commandId)),
    idle: () => inTurn(async () => undefined),
  };
}

function recorded<Event>(stored: StoredEvent): Recorded<Event> {
  const { version, at, actor, commandId, payload } = stored;
  return { version, at, actor, commandId, event: readEvent<Event>(payload) };
}
