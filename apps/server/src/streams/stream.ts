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
  /** When the stream wants to be woken, milliseconds since the epoch; null = never. Left out: it never does. */
  readonly deadline?: (state: State) => number | null;
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

/** Where a stream stands, or will stand once what was decided has been written. */
interface Standing<State> {
  readonly state: State;
  readonly version: number;
  /** Moment of the newest event. */
  readonly at: number;
}

/** What a wish comes to. */
type Decided<State> =
  | Refusal
  | { readonly ok: true; readonly request: AppendRequest; readonly after: Standing<State> };

interface Waiting<State, Event> {
  readonly wish: Wish<State, Event>;
  readonly resolve: (done: Settled | Refusal) => void;
  readonly reject: (error: unknown) => void;
}

/** One stream held in memory: its log, its state, and a queue so that wishes are granted in the order in which they came. */
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
/** Most wishes of one stream that are written together. */
const MOST_TOGETHER = 32;

export async function openStream<State, Event>(
  store: EventStore,
  name: string,
  logic: Logic<State, Event>,
): Promise<Stream<State, Event>> {
  const log: Recorded<Event>[] = [];
  let state = logic.initial;
  let queue: Promise<unknown> = Promise.resolve();
  const waiting: Waiting<State, Event>[] = [];

  const now = (): Standing<State> => ({ state, version: log.length, at: log.at(-1)?.at ?? 0 });

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

  function decided(wish: Wish<State, Event>, on: Standing<State>): Decided<State> {
    const { actor, commandId, onVersion = null } = wish;
    if (onVersion !== null && onVersion !== on.version) return refuse('conflict');
    const at = Math.max(store.now(), on.at);
    const proposal = wish.decide(on.state, at);
    if (!proposal.ok) return proposal;
    const { event, words = [] } = proposal;
    const events: NewEvent[] = [{ type: event.type, payload: written(event) }];
    const request = { stream: name, expected: on.version, actor, commandId, events, at, words };
    const after = { state: logic.evolve(on.state, event), version: on.version + 1, at };
    const deadline = logic.deadline?.(after.state);
    return { ok: true, request: deadline === undefined ? request : { ...request, deadline }, after };
  }

  /** Null = others were first. */
  async function grantAtOnce(wish: Wish<State, Event>): Promise<Settled | Refusal | null> {
    const done = decided(wish, now());
    return done.ok ? settle(await store.append(done.request), done.request.words ?? []) : refused(wish, done);
  }

  /** The same while nobody else can write; what others have written is taken in before. */
  async function grantInTurn(wish: Wish<State, Event>): Promise<Settled | Refusal | null> {
    const made: { refusal: Refusal | null; words: readonly Words[] } = { refusal: null, words: [] };
    const result = await store.appendInTurn(name, log.length, async (fresh) => {
      await takeStored(fresh);
      const done = decided(wish, now());
      if (done.ok) made.words = done.request.words ?? [];
      else made.refusal = done;
      return done.ok ? done.request : null;
    });
    return result ? settle(result, made.words) : made.refusal && refused(wish, made.refusal);
  }

  async function settle(result: AppendResult, words: readonly Words[]): Promise<Settled | null> {
    switch (result.kind) {
      case 'appended':
        return breath.inTurn(() => {
          take(result.events.map(recorded<Event>), words);
          return { ok: true, version: log.length, repeated: false };
        });
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

  /** What the wishes come to that wait, each decided on what the one before it comes to, up to the first that is refused. */
  async function foreseen(): Promise<AppendRequest[]> {
    const requests: AppendRequest[] = [];
    let on = now();
    for (const { wish } of waiting.slice(0, MOST_TOGETHER)) {
      const done = await breath.inTurn(() => attempted(wish, on));
      if (!done?.ok) break;
      requests.push(done.request);
      on = done.after;
    }
    return requests;
  }

  /** Null = deciding failed. It will fail again when it is the wish's turn, and its sender is told so then. */
  function attempted(wish: Wish<State, Event>, on: Standing<State>): Decided<State> | null {
    try {
      return decided(wish, on);
    } catch {
      return null;
    }
  }

  /** Grants wishes that wait, together where they can be: one sync to disk for all of them, and nobody is told before it. */
  async function grantWaiting(): Promise<void> {
    const requests = waiting.length > 1 ? await foreseen() : [];
    const asked = waiting.splice(0, Math.max(1, requests.length));
    try {
      const results = requests.length > 1 ? await store.appendInOrder(requests) : [];
      const fresh = results
        .flatMap((one) => (one.kind === 'appended' ? one.events : []))
        .map(recorded<Event>);
      const words = requests.slice(0, fresh.length).flatMap((one) => one.words ?? []);
      if (fresh.length > 0) await breath.inTurn(() => take(fresh, words));
      for (const [i, { wish, resolve, reject }] of asked.entries()) {
        const own = fresh[i];
        if (own) resolve({ ok: true, version: own.version, repeated: false });
        // It waits alone, or somebody else was first.
        else await grant(wish).then(resolve, reject);
      }
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
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
    submit: (wish) =>
      new Promise((resolve, reject) => {
        waiting.push({ wish, resolve, reject });
        // One that goes before it may take it along: then there is nothing left to do.
        void inTurn(grantWaiting);
      }),
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
