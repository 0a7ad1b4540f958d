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
    const jobs = Array.from({ length: 6 }, (_, job) =>
      breath.inTurn(() => {
        order.push(String(job));
        work(2);
      }),
    );
    order.push('all have asked');
    setImmediate(() => order.push('somebody else'));
    await Promise.all(jobs);
    expect(order).toEqual(['0', '1', 'all have asked', '2', 'somebody else', '3', '4', '5']);
  });

  it('says what came of it, also when it failed, and goes on', async () => {
    const breath = createBreath(() => 0);
    const failing = breath.inTurn(() => {
      throw new Error('This one failed.');
    });
    await expect(failing).rejects.toThrow('This one failed.');
    expect(await breath.inTurn(() => 'done')).toBe('done');
    expect(await breath.inTurn(async () => 'later')).toBe('later');
  });

  it('is done at once again when it comes slowly', async () => {
    const { now, work } = clockwork();
    const breath = createBreath(now);
    for (let job = 0; job < 5; job++) {
      let isDone = false;
      const done = breath.inTurn(() => {
        isDone = true;
        work(50);
      });
      expect(isDone).toBe(true);
      await done;
      await new Promise((resume) => setImmediate(resume));
      await new Promise((resume) => setImmediate(resume));
    }
  });
});
