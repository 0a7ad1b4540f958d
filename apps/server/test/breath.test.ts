import { describe, expect, it } from 'vitest';
import { createBreath } from '../src/streams/breath';

/** A clock that goes on when somebody works. */
function clockwork() {
  let now = 0;
  return {
    now: () => now,
    work(milliseconds: number) {
      now += milliseconds;
    },
  };
}

describe('work that comes all at once', () => {
  it('is done at once while little of it has been done, and then one after another with the others in between', async () => {
    const { now, work } = clockwork();
    const breath = createBreath(now);
    const order: string[] = [];
    const jobs = Array.from({ length: 6 }, async (_, job) => {
      const wait = breath.take();
      if (wait) await wait;
      order.push(wait ? `${job} later` : `${job} at once`);
      work(3);
    });
    setImmediate(() => order.push('somebody else'));
    await Promise.all(jobs);
    expect(order).toEqual([
      '0 at once',
      '1 at once',
      '2 later',
      'somebody else',
      '3 later',
      '4 later',
      '5 later',
    ]);
  });

  it('is done at once again when it comes slowly', async () => {
    const { now, work } = clockwork();
    const breath = createBreath(now);
    for (let job = 0; job < 5; job++) {
      expect(breath.take()).toBeNull();
      work(50);
      await new Promise((resume) => setImmediate(resume));
      await new Promise((resume) => setImmediate(resume));
    }
  });
});
