import FakeTimers from '@sinonjs/fake-timers';

/** Time that passes when the simulation says so. */
export interface Time {
  /** Lets so many milliseconds pass, with everything that falls due in them. */
  pass(milliseconds: number): Promise<void>;
  /** Lets time pass until it is so; false when it is not within so many milliseconds. */
  passUntil(isSo: () => boolean, within: number): Promise<boolean>;
}

/** From now on the clocks and timers of this process are virtual. */
export function virtualTime(start: number): Time {
  const turn = setImmediate;
  const clock = FakeTimers.install({ now: start, toNotFake: ['nextTick', 'queueMicrotask'] });
  /** Whatever was promised and waits for nothing but its turn is done. */
  const settle = () => new Promise<void>((resume) => turn(resume));

  async function passUntil(isSo: () => boolean, within: number): Promise<boolean> {
    const end = clock.now + within;
    // Something to stop at, if nothing else is due.
    setTimeout(() => undefined, within);
    await settle();
    while (!isSo()) {
      if (clock.now >= end) return false;
      clock.next();
      await settle();
    }
    return true;
  }

  return {
    passUntil,
    async pass(milliseconds) {
      await passUntil(() => false, milliseconds);
    },
  };
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resume) => setTimeout(resume, milliseconds));
