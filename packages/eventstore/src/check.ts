import { AppendTooLarge } from './errors';
import {
  type AppendRequest,
  type AppendResult,
  type EventStore,
  LARGEST_APPEND,
  MOST_EVENTS,
  type StoredEvent,
} from './port';

/** An append as it is written: JSON made once. */
export interface PreparedAppend extends Omit<AppendRequest, 'events'> {
  readonly events: readonly { readonly type: string; readonly json: string }[];
}

/** Refuses what no store takes. Throws `AppendTooLarge`, or a RangeError for an append without events. */
export function prepare(request: AppendRequest): PreparedAppend {
  if (request.events.length === 0) throw new RangeError('An append needs at least one event.');
  if (request.events.length > MOST_EVENTS)
    throw new AppendTooLarge(
      `An append of ${request.events.length} events is over the limit of ${MOST_EVENTS}.`,
    );
  const events = request.events.map((event) => ({ type: event.type, json: JSON.stringify(event.payload) }));
  const size =
    events.reduce((sum, event) => sum + event.json.length, 0) +
    (request.words ?? []).reduce((sum, one) => sum + one.body.length, 0);
  if (size > LARGEST_APPEND)
    throw new AppendTooLarge(`An append of ${size} characters is over the limit of ${LARGEST_APPEND}.`);
  return { ...request, events };
}

/** What became of an append, as briefly as it can be said to whoever has the request. */
export type AppendOutcome =
  | { readonly kind: 'appended'; readonly at: number }
  | Exclude<AppendResult, { readonly kind: 'appended' }>;

/** The events of an append that was written at this moment, as they will be read. */
export function eventsOf(request: PreparedAppend, at: number): StoredEvent[] {
  const { stream, expected, actor, commandId } = request;
  return request.events.map(({ type, json }, i) => ({
    stream,
    version: expected + i + 1,
    at,
    actor,
    commandId,
    type,
    payload: JSON.parse(json),
  }));
}

/** The same at length. */
export function resultOf(request: PreparedAppend, outcome: AppendOutcome): AppendResult {
  return outcome.kind === 'appended' ? { kind: 'appended', events: eventsOf(request, outcome.at) } : outcome;
}

/** The two ways to append, made of one that takes what was prepared: in order, to one stream. */
export function appends(
  write: (requests: readonly PreparedAppend[]) => Promise<readonly AppendOutcome[]>,
): Pick<EventStore, 'append' | 'appendInOrder'> {
  async function appendInOrder(requests: readonly AppendRequest[]): Promise<AppendResult[]> {
    const prepared = requests.map(prepare);
    const outcomes = await write(prepared);
    return prepared.map((request, i) => resultOf(request, outcomes[i] ?? { kind: 'conflict', version: 0 }));
  }
  return {
    appendInOrder,
    async append(request) {
      const [result] = await appendInOrder([request]);
      return result ?? { kind: 'conflict', version: 0 };
    },
  };
}
