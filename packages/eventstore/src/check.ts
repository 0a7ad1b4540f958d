import { AppendTooLarge } from './errors';
import { type AppendRequest, LARGEST_APPEND, MOST_EVENTS } from './port';

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
