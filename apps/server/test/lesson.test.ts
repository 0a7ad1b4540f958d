import { LESSON_STEPS, type LessonHostCommand, type LessonStep, REVEALS } from '@btt/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { playedOut } from './played';
import { granted, type Running, running, student, until } from './running';
import { newId, openPage } from './wire';

let server: Running;
afterEach(() => server.stop());

const refusal = (code: string) => expect.objectContaining({ ok: false, code });

const begin = { type: 'begin-lesson', plan: [...LESSON_STEPS] } satisfies LessonHostCommand;

describe('the debrief as a lesson', () => {
  it('E11: gives a student, step by step, what has been shown, and nothing of what comes later', async () => {
    server = await running();
    const room = await playedOut(server);
    const { host, table } = room;
    const { client } = student(room, 'farmers');
    const opened = async (): Promise<Record<string, boolean>> => {
      // A page of its own each time: a page may not ask for records that often.
      const page = server.client();
      granted(await page.hello(student(room, 'farmers').token));
      const seen: Record<string, boolean> = {};
      for (const step of REVEALS) seen[step] = (await page.reveal(step)).ok;
      const record = await page.record(table);
      seen['replay'] = record.ok;
      if (record.ok) {
        expect(record.debrief.history !== '').toBe(seen['history']);
        expect(record.debrief.questions.length > 0).toBe(seen['discuss']);
      }
      expect((await page.findings(table)).ok).toBe(seen['mattered']);
      page.close();
      return seen;
    };
    granted(await host.leadLesson(begin));
    // The debrief of the table may be open: while a lesson runs its steps decide.
    granted(await host.hostTable(table, { type: 'open-debrief' }));
    const shown: LessonStep[] = [];
    expect(Object.values(await opened()).some(Boolean)).toBe(false);
    for (const step of ['result', 'mattered', 'history', 'replay', 'discuss', 'result'] as const) {
      granted(await host.leadLesson({ type: 'show-step', step }));
      await until(client, ({ lesson }) => lesson?.view.step === step);
      if (!shown.includes(step)) shown.push(step);
      const seen = await opened();
      for (const one of [...REVEALS, 'replay' as const])
        expect([one, seen[one]]).toEqual([one, shown.includes(one)]);
    }
    expect(granted(await client.compare()).tables).toEqual([]);
    granted(await host.leadLesson({ type: 'end-lesson' }));
    expect(granted(await client.compare()).tables).toHaveLength(1);
  });

  it('E11: is in step on every device and on the projector, and after a new greeting', async () => {
    server = await running();
    const room = await playedOut(server);
    const screen = openPage(server.url);
    await screen.hello(room.screenToken);
    granted(await room.host.leadLesson(begin));
    granted(await room.host.leadLesson({ type: 'show-step', step: 'guess' }));
    const stepsOf = (page: typeof screen) =>
      page.heard.flatMap(([name, body]) =>
        name === 'lesson' ? [(body as { view: { step: string | null } }).view.step] : [],
      );
    await screen.until(() => stepsOf(screen).at(-1) === 'guess');
    const late = openPage(server.url);
    await late.hello(student(room, 'old-guard').token);
    await late.until(() => stepsOf(late).at(-1) === 'guess');
    screen.close();
    late.close();
  });

  it('E12: takes guesses of known moves, tells nobody whose they are, and counts them against the truth', async () => {
    server = await running();
    const room = await playedOut(server);
    const { host, table } = room;
    const farmers = student(room, 'farmers').client;
    const mara = student(room, 'mara').client;
    const listener = openPage(server.url);
    await listener.hello(student(room, 'old-guard').token);
    granted(await host.leadLesson(begin));
    granted(await host.leadLesson({ type: 'show-step', step: 'guess' }));
    const known = mara.store.getState().tables[table]?.desk.moves.map((move) => move.id) ?? [];
    const unknown = known.filter(
      (move) => !farmers.store.getState().tables[table]?.desk.moves.some((one) => one.id === move),
    );
    granted(await mara.joinLesson({ type: 'guess', moves: known.slice(0, 3) }));
    for (const move of unknown)
      expect(await farmers.joinLesson({ type: 'guess', moves: [move] })).toEqual(
        refusal('unknown-happening'),
      );
    await until(host, ({ lesson }) => lesson?.guessed === 1);
    granted(await host.leadLesson({ type: 'show-step', step: 'mattered' }));
    expect(await mara.joinLesson({ type: 'guess', moves: [] })).toEqual(refusal('wrong-phase'));
    const told = granted(await farmers.reveal('mattered'));
    expect(told.tables[0]?.guessers).toBe(1);
    expect(told.tables[0]?.guesses.map((one) => one.happening).toSorted()).toEqual(
      known.slice(0, 3).toSorted(),
    );
    expect(told.tables[0]?.found.reduce((sum, n) => sum + n)).toBe(1);
    expect(told.tables[0]?.causes.length).toBeGreaterThan(0);
    const heard = JSON.stringify(listener.heard.filter(([name]) => name === 'lesson'));
    expect(heard).not.toContain(student(room, 'mara').person);
    expect(JSON.stringify(told)).not.toContain(student(room, 'mara').person);
    listener.close();
  });

  it('E13: keeps what students write for themselves and the host, until the session is closed', async () => {
    server = await running();
    const room = await playedOut(server);
    const { host, table } = room;
    const farmers = student(room, 'farmers').client;
    const words = 'I trusted the wrong promise.';
    expect(await farmers.joinLesson({ type: 'reflect', prompt: 'differently', words })).toEqual(
      refusal('wrong-phase'),
    );
    granted(await host.leadLesson(begin));
    granted(await host.leadLesson({ type: 'show-step', step: 'reflect' }));
    granted(await farmers.joinLesson({ type: 'reflect', prompt: 'differently', words }));
    granted(await host.leadLesson({ type: 'note', table, position: 3, words: 'Ask Ida about this.' }));
    const mine = await until(farmers, ({ lesson }) => Object.keys(lesson?.words ?? {}).length > 0 && lesson);
    expect(Object.values(mine.words)).toEqual([words]);
    const all = await until(host, ({ lesson }) => Object.keys(lesson?.words ?? {}).length > 1 && lesson);
    expect(Object.values(all.words).toSorted()).toEqual(['Ask Ida about this.', words]);
    expect(all.view.notes).toMatchObject([{ table, position: 3 }]);
    const other = server.client();
    granted(await other.hello(student(room, 'old-guard').token));
    expect(JSON.stringify((await until(other, ({ lesson }) => lesson)).words)).toBe('{}');
    granted(await host.hostSession({ type: 'close' }));
    expect(await server.store.words(Object.keys(all.words))).toEqual(new Map());
  });

  it('is led by hosts alone, and its wishes are done once', async () => {
    server = await running();
    const room = await playedOut(server);
    const page = openPage(server.url);
    await page.hello(student(room, 'farmers').token);
    const message = { as: 'host', id: newId(), command: begin };
    expect(await page.ask('lesson-command', message)).toEqual(refusal('not-entitled'));
    const own = openPage(server.url);
    await own.hello(room.hostToken);
    expect(
      await own.ask('lesson-command', { as: 'person', id: newId(), command: { type: 'guess', moves: [] } }),
    ).toEqual(refusal('not-entitled'));
    expect(await own.ask('lesson-command', message)).toMatchObject({ ok: true });
    expect(await own.ask('lesson-command', message)).toMatchObject({ ok: true });
    expect(await server.store.version(`lesson/${room.session}`)).toBe(1);
    page.close();
    own.close();
  });
});
