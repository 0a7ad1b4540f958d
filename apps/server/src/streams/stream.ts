import type { AppendResult, EventStore, NewEvent, StoredEvent, Words } from '@btt/eventstore';
import { type Refusal, refuse } from '@btt/protocol';

/** What a stream's events mean. */
export interface Logic<State, Event> {
  readonly initial: State;
  evolve(state: State, event: Event): State;
}

export interface Proposal<Event> {
  readonly ok: true;
  readonly events: readonly (Event & { readonly type: string })[];
  readonly words?: readonly Words[];
  readonly deadline?: number | null;
}

/** Decides on the newest state; called again when somebody else was first. */
export type Decider<State, Event> = (state: State, at: number) => Proposal<Event> | Refusal;

export interface Wish<State, Event> {
  readonly actor: string;
  readonly commandId: string;
  readonly decide: Decider<State, Event>;
}

export interface Settled {
  readonly ok: true;
  /** Version after the command's own events. */
  readonly version: number;
  /** The command had been accepted before. */
  readonly repeated: boolean;
}

export interface Recorded<Event> {
  readonly version: number;
  readonly at: number;
  readonly actor: string;
  readonly commandId: string;
  readonly event: Event;
}

/** One stream held in memory: its log, its state, and a queue so that one wish is granted at a time. */
export interface Stream<State, Event> {
  readonly name: string;
  state(): State;
  log(): readonly Recorded<Event>[];
  /** Grants a wish: durable before anybody is told. */
  submit(wish: Wish<State, Event>): Promise<Settled | Refusal>;
  /** Runs something between wishes, on a log that stands still. */
  between<T>(work: () => Promise<T> | T): Promise<T>;
}

/** Tries when another node writes to the same stream at the same time. */
const MOST_TRIES = 8;

/** Called with new events, in order, after they are durable and folded, before the next wish. */
export type Told<Event> = (
  fresh: readonly Recorded<Event>[],
  words: readonly Words[],
) => Promise<void> | void;

export async function openStream<State, Event>(
  store: EventStore,
  name: string,
  logic: Logic<State, Event>,
  told: Told<Event>,
  failed: (error: unknown) => void,
): Promise<Stream<State, Event>> {
  const log: Recorded<Event>[] = [];
  let state = logic.initial;
  let queue: Promise<unknown> = Promise.resolve();

  function take(stored: readonly StoredEvent[]): Recorded<Event>[] {
    const fresh = stored.filter((event) => event.version > log.length).map(recorded<Event>);
    for (const one of fresh) {
      state = logic.evolve(state, one.event);
      log.push(one);
    }
    return fresh;
  }

  /** What has been written is true even if telling it fails: whoever missed it sees a gap and asks again. */
  async function tell(fresh: readonly Recorded<Event>[], words: readonly Words[]): Promise<void> {
    try {
      if (fresh.length > 0) await told(fresh, words);
    } catch (error) {
      failed(error);
    }
  }

  async function catchUp(): Promise<void> {
    await tell(take(await store.read(name, log.length)), []);
  }

  async function grant(wish: Wish<State, Event>): Promise<Settled | Refusal> {
    const { actor, commandId } = wish;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const at = Math.max(Date.now(), log.at(-1)?.at ?? 0);
      const proposal = wish.decide(state, at);
      if (!proposal.ok) return (await repeatedBefore(actor, commandId)) ?? proposal;
      const events: NewEvent[] = proposal.events.map((event) => ({ type: event.type, payload: event }));
      const { words = [], deadline } = proposal;
      const result: AppendResult = await store.append({
        stream: name,
        expected: log.length,
        actor,
        commandId,
        events,
        at,
        words,
        ...(deadline === undefined ? {} : { deadline }),
      });
      if (result.kind === 'appended') {
        await tell(take(result.events), words);
        return { ok: true, version: log.length, repeated: false };
      }
      if (result.kind === 'repeated') {
        await catchUp();
        return { ok: true, version: result.events.at(-1)?.version ?? 0, repeated: true };
      }
      await catchUp();
    }
    return refuse('conflict');
  }

  /** A resent command may be impossible by now, because it was done: then it is answered as it was. */
  async function repeatedBefore(actor: string, commandId: string): Promise<Settled | null> {
    const events = await store.findCommand(name, actor, commandId);
    return events.length > 0 ? { ok: true, version: events.at(-1)?.version ?? 0, repeated: true } : null;
  }

  function between<T>(work: () => Promise<T> | T): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  take(await store.read(name));
  return { name, state: () => state, log: () => log, between, submit: (wish) => between(() => grant(wish)) };
}

function recorded<Event>(stored: StoredEvent): Recorded<Event> {
  const { version, at, actor, commandId, payload } = stored;
  return { version, at, actor, commandId, event: payload as Event };
}
