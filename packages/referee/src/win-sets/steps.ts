/**
 * Work that can be done in slices: it hands out how far it is (0 to 1, never falling) after every few milliseconds of work, measured in
 * work and not by a clock. Who stops asking has cancelled it.
 */
export type Steps<Result> = Generator<number, Result, void>;

/** Does all the work at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Work that is a part of other work: its progress is told as that from one mark to another. */
export function* between<Result>(from: number, to: number, steps: Steps<Result>): Steps<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}
