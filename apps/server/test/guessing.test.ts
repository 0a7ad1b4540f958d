import type { Answer, Joined } from '@btt/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../src/limits/limits';
import { createPatience, type Patience } from '../src/limits/patience';
import { granted, klass, type Running, running, until } from './running';
import { newId, openPage, type Page } from './wire';

const MINUTE = 60_000;
const leniency = { free: 3, freeForAll: 10, step: 400, longest: 2_000 };

/** Guesses of one address, and which of them have been looked at. */
function guesses(patience: Patience, address = 'school') {
  const looked: string[] = [];
  const refused: string[] = [];
  async function guess(name: string, page?: object): Promise<void> {
    const found = await patience.guess(page ? { address, page } : { address }, {
      async look() {
        looked.push(name);
        return name;
      },
      isWrong: (one) => one.startsWith('wrong'),
    });
    if (found === null) refused.push(name);
  }
  return {
    looked,
    refused,
    /** Sends them all at once, each on a page of its own. */
    send(...names: readonly string[]): void {
      for (const name of names) void guess(name);
    },
    guess: (name: string, page: object): void => void guess(name, page),
    many: (count: number): void => {
      for (let i = 0; i < count; i++) void guess(`wrong ${i}`);
    },
  };
}

describe('patience with wrong guesses', () => {
  afterEach(() => vi.useRealTimers());
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

  it('costs nothing at first, then a step for each wrong one, however many are sent at once', async () => {
    vi.useFakeTimers();
    const { send, looked } = guesses(createPatience(leniency));
    send('wrong 1', 'wrong 2', 'wrong 3', 'wrong 4', 'wrong 5');
    await pass(0);
    expect(looked).toEqual(['wrong 1', 'wrong 2', 'wrong 3']);
    await pass(399);
    expect(looked).toHaveLength(3);
    await pass(1);
    expect(looked).toHaveLength(4);
    await pass(400);
    expect(looked).toHaveLength(5);
  });

  it('lets an address learn of no more than its budget and one a step, in any minute', async () => {
    vi.useFakeTimers();
    const patience = createPatience(leniency);
    const { many, looked } = guesses(patience);
    for (let second = 0; second < 120; second++) {
      many(20);
      await pass(1_000);
    }
    expect(looked.length).toBeLessThanOrEqual(2 * (leniency.free + MINUTE / leniency.step));
  });

  it('makes nobody wait for those who are right', async () => {
    vi.useFakeTimers();
    const { many, send, looked } = guesses(createPatience(leniency));
    many(3);
    await pass(0);
    send(...Array.from({ length: 30 }, (_, i) => `right ${i}`));
    await pass(400);
    expect(looked.filter((name) => name.startsWith('right'))).toHaveLength(30);
  });

  it('lets a page that has been wrong less often go first', async () => {
    vi.useFakeTimers();
    const { guess, many, looked } = guesses(createPatience(leniency));
    many(3);
    await pass(0);
    const guesser = {};
    for (let i = 0; i < 5; i++) guess(`wrong again ${i}`, guesser);
    guess('right', {});
    await pass(2 * 400);
    expect(looked.slice(3)).toEqual(['wrong again 0', 'right', 'wrong again 1']);
  });

  it('refuses whoever would wait longer than the longest time, without having looked', async () => {
    vi.useFakeTimers();
    const { many, looked, refused } = guesses(createPatience(leniency));
    many(20);
    await pass(10 * MINUTE);
    expect(looked.length + refused.length).toBe(20);
    expect(refused.length).toBeGreaterThan(0);
    expect(looked.filter((name) => refused.includes(name))).toEqual([]);
  });

  it('never refuses a crowd that is right, however long it takes to look', async () => {
    vi.useFakeTimers();
    const patience = createPatience(leniency);
    let right = 0;
    for (let i = 0; i < 50; i++)
      void patience
        .guess(
          { address: 'school' },
          {
            look: () => new Promise((resolve) => setTimeout(resolve, leniency.longest)),
            isWrong: () => false,
          },
        )
        .then((found) => {
          if (found !== null) right += 1;
        });
    await pass(50 * leniency.longest);
    expect(right).toBe(50);
  });

  it('keeps addresses apart, and is fresh again after a minute', async () => {
    vi.useFakeTimers();
    const patience = createPatience(leniency);
    const school = guesses(patience);
    const elsewhere = guesses(patience, 'elsewhere');
    school.many(4);
    elsewhere.send('wrong');
    await pass(0);
    expect([school.looked.length, elsewhere.looked.length]).toEqual([3, 1]);
    await pass(MINUTE + 1);
    school.many(4);
    await pass(0);
    expect(school.looked).toHaveLength(7);
  });

  it('is shorter for those who have guessed wrong when very many do', async () => {
    vi.useFakeTimers();
    const patience = createPatience(leniency);
    for (let i = 0; i < 10; i++) guesses(patience, `address ${i}`).send('wrong');
    const [known, unknown] = [guesses(patience, 'address 1'), guesses(patience, 'never wrong')];
    await pass(1);
    known.send('wrong', 'wrong');
    unknown.send('right', 'right');
    await pass(1);
    expect([known.looked.length, unknown.looked.length]).toEqual([1, 2]);
  });

  it('goes on after a look that failed', async () => {
    vi.useFakeTimers();
    const patience = createPatience({ ...leniency, free: 0 });
    const failing = patience.guess(
      { address: 'school' },
      { look: () => Promise.reject(new Error('away')), isWrong: () => false },
    );
    await expect(failing).rejects.toThrow('away');
    const { send, looked } = guesses(patience);
    send('right');
    await pass(0);
    expect(looked).toEqual(['right']);
  });
});

describe('a class at the address of somebody who guesses room codes', () => {
  let server: Running;
  const pages: Page[] = [];
  afterEach(async () => {
    for (const page of pages.splice(0)) page.close();
    await server.stop();
  });

  const CLASS = 30;
  /** Pages on which somebody guesses at the same time. Each is left for a new one when it is not answered any more. */
  const GUESSERS = 12;

  it('gets in, all of it, while the guessing goes on', async () => {
    server = await running();
    const room = await klass(server, []);
    const now = { guessing: true };
    const answers: string[] = [];
    let begun = (): void => undefined;
    const beyondBudget = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const guessing = Array.from({ length: GUESSERS }, async () => {
      while (now.guessing) {
        const page = openPage(server.url);
        for (let times = 0; times < LIMITS.joins.burst && now.guessing; times++) {
          const guess = { protocol: 1, id: newId(), code: 'ZZZZZ', nickname: 'Guess' };
          const answer: Answer<Joined> = await page.ask('join', guess);
          answers.push(answer.ok ? 'ok' : answer.code);
          if (answers.length > 2 * LIMITS.wrongCodes.free) begun();
        }
        page.close();
      }
    });
    await beyondBudget;

    const joined = await Promise.all(
      Array.from({ length: CLASS }, (_, i) => {
        const page = openPage(server.url);
        pages.push(page);
        const message = { protocol: 1, id: newId(), code: room.code, nickname: `Student ${i}` };
        return page.ask<Joined>('join', message);
      }),
    );
    now.guessing = false;
    expect(joined.filter(({ ok }) => !ok)).toEqual([]);
    granted(await (pages[0] ?? expect.unreachable()).hello(granted(joined[0] ?? expect.unreachable()).token));
    await until(room.host, ({ session }) => session.people.length === CLASS);
    await Promise.all(guessing);
    expect(answers).not.toContain('ok');
  });
});
