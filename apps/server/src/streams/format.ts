/** The form in which events are written. It goes up when an old reader would misread a new event. */
const FORMAT = 1;

/** How an event of an older form is read: each step leads from its form to the next. There is one form so far. */
const STEPS: Readonly<Record<number, (event: unknown) => unknown>> = {};

interface Written {
  readonly format: number;
  readonly event: unknown;
}

export function written(event: unknown): Written {
  return { format: FORMAT, event };
}

/** Reads an event in the newest form. Throws an Error for one that a newer version has written: this one cannot know what it means. */
export function readEvent<Event>(payload: unknown, steps = STEPS, newest = FORMAT): Event {
  let { format, event } = payload as Written;
  if (format > newest)
    throw new Error(
      `An event of form ${format} was written by a newer version; this one reads up to ${newest}.`,
    );
  for (; format < newest; format++) event = steps[format]?.(event) ?? event;
  return event as Event;
}
