import { breath } from './breath';
import { readEvent, written } from './format';
import type { AppendRequest, AppendResult, EventStore, NewEvent, StoredEvent, Words } from '@btt/eventstore';
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
  /** Version that the stream must have; refused `conflict` when somebody else was first. */
  readonly onVersion?: number | undefined;
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
  /** Reads on, if somebody else has written up to this version. Fails with `StoreUnavailable`. */
  readOn(version: number): Promise<void>;
  /** What became of a wish that was granted before; null when it was not. */
  settled(actor: string, commandId: string): Promise<Settled | null>;
  /** Resolves when everything that was asked for so far has been answered. */
  idle(): Promise<void>;
}

/** Tries when others write to the same stream at the same time: the first ones at once, the others in turn. */
const MOST_TRIES = 8;
const AT_ONCE = 2;

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

  /** Takes in what others have written, or what was written here when the answer of the store got lost. */
  async function takeStored(stored: readonly StoredEvent[]): Promise<void> {
    const fresh = stored.map(recorded<Event>);
    await logic.prepare?.(fresh);
    take(fresh, []);
  }

  const catchUp = async (): Promise<void> => takeStored(await store.read(name, log.length));

  /** What a wish comes to on the newest state that is known here. */
  function decided(
    wish: Wish<State, Event>,
  ): Refusal | { readonly ok: true; readonly request: AppendRequest } {
    const { actor, commandId, onVersion = null } = wish;
    if (onVersion !== null && onVersion !== log.length) return refuse('conflict');
    const at = Math.max(store.now(), log.at(-1)?.at ?? 0);
    const proposal = wish.decide(state, at);
    if (!proposal.ok) return proposal;
    const { event, words = [], deadline } = proposal;
    const events: NewEvent[] = [{ type: event.type, payload: written(event) }];
    const request = { stream: name, expected: log.length, actor, commandId, events, at, words };
    return { ok: true, request: deadline === undefined ? request : { ...request, deadline } };
  }

  /** Null = others were first. */
  async function grantAtOnce(wish: Wish<State, Event>): Promise<Settled | Refusal | null> {
    const done = decided(wish);
    return done.ok ? settle(await store.append(done.request), done.request.words ?? []) : refused(wish, done);
  }

  /** The same while nobody else can write; what others have written is taken in before. */
  async function grantInTurn(wish: Wish<State, Event>): Promise<Settled | Refusal | null> {
    const made: { refusal: Refusal | null; words: readonly Words[] } = { refusal: null, words: [] };
    const result = await store.appendInTurn(name, log.length, async (fresh) => {
      await takeStored(fresh);
      const done = decided(wish);
      if (done.ok) made.words = done.request.words ?? [];
      else made.refusal = done;
      return done.ok ? done.request : null;
    });
    return result ? settle(result, made.words) : made.refusal && refused(wish, made.refusal);
  }

  async function settle(result: AppendResult, words: readonly Words[]): Promise<Settled | null> {
    switch (result.kind) {
      case 'appended':
        await breath.take();
        take(result.events.map(recorded<Event>), words);
        return { ok: true, version: log.length, repeated: false };
      case 'repeated':
        return answerOf(result.events);
      case 'conflict':
        await catchUp();
        return null;
    }
  }

  /** A wish may be impossible by now because it was granted before, or possible because of what another node has written: then null. */
  async function refused(wish: Wish<State, Event>, refusal: Refusal): Promise<Settled | Refusal | null> {
    if (wish.onVersion !== undefined && wish.onVersion !== log.length) return refusal;
    const before = await settled(wish.actor, wish.commandId);
    if (before) return before;
    if (!store.notices.shared || (await store.version(name)) <= log.length) return refusal;
    await catchUp();
    return null;
  }

  async function grant(wish: Wish<State, Event>): Promise<Settled | Refusal> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const done = await (tries < AT_ONCE ? grantAtOnce(wish) : grantInTurn(wish));
      if (done) return done;
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
    async readOn(version) {
      if (version > log.length)
        await inTurn(async () => {
          if (version > log.length) await catchUp();
        });
    },
    settled: (actor, commandId) => inTurn(() => settled(actor, commandId)),
    idle: () => inTurn(async () => undefined),
  };
}

function recorded<Event>(stored: StoredEvent): Recorded<Event> {
  const { version, at, actor, commandId, payload } = stored;
  return { version, at, actor, commandId, event: readEvent<Event>(payload) };
}
