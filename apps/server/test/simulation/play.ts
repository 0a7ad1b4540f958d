import { createHash } from 'node:crypto';
import type { Client } from '@btt/client';
import { granted } from '@btt/client/test-support';
import { type SessionEvent, type TableEvent, visible, visibleSession } from '@btt/game';
import { type Answer, EMPTY_DESK, EMPTY_SESSION, foldAll, foldSession, type Viewer } from '@btt/protocol';
import { isDeepStrictEqual } from 'node:util';
import { readEvent } from '../../src/streams/format';
import { sessionStream, tableStream } from '../../src/streams/names';
import { pick, type Random } from './chance';
import type { Time } from './time';
import { createWorld, type World } from './world';

/** What came of one class in one world. */
export interface Outcome {
  /** What must not be. Empty = all is well. */
  readonly faults: readonly string[];
  readonly events: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly crashes: number;
  /** Of everything that was written: the same for the same seed. */
  readonly digest: string;
}

const ROLES = ['mara', 'sela', 'nora', 'sofia', 'nils'] as const;
const STEPS = 60;
/** Milliseconds after the last trouble within which everybody sees the same. */
const SOON = 3_000;
const LONG = 120_000;

interface Student {
  readonly person: string;
  readonly client: Client;
}

/** Plays a class on three nodes through a list of troubles that follows from `random`. */
export async function playClass(time: Time, random: Random): Promise<Outcome> {
  const world = createWorld(random);
  const soon = async <T>(work: Promise<T>): Promise<T> => {
    let done = false;
    const settle = () => {
      done = true;
    };
    work.then(settle, settle);
    if (!(await time.passUntil(() => done, LONG))) throw new Error('Something is never answered.');
    return work;
  };
  for (let node = 0; node < 3; node++) await soon(world.start());

  const host = world.client();
  const settings = { briefing: 0, roundMinutes: pick(random, [0.5, 30]), ratification: 5 };
  const hosting = granted(await soon(host.host({ scenario: 'small-river', settings })));
  granted(await soon(host.hello(hosting.hostToken)));
  const table = `${hosting.session}-1`;
  const students: Student[] = [];
  for (const role of ROLES) {
    const client = world.client();
    const joined = granted(await soon(client.join({ code: hosting.code, nickname: `S. ${role}` })));
    granted(await soon(client.hello(joined.token)));
    granted(await soon(host.hostSession({ type: 'seat', person: joined.person, table, role })));
    students.push({ person: joined.person, client });
  }
  granted(await soon(host.hostTable(table, { type: 'start' })));

  const spoken: string[] = [];
  const acknowledged: string[] = [];
  const counts = { asked: 0, answered: 0, refused: 0, crashes: 0 };
  const ask = (answer: Promise<Answer<{ readonly ok: true }>>, words?: string): void => {
    counts.asked += 1;
    void answer.then((done) => {
      counts.answered += 1;
      if (!done.ok) counts.refused += 1;
      else if (words !== undefined) acknowledged.push(words);
    });
  };

  const say = (): void => {
    const words = `Line ${spoken.length + 1}.`;
    spoken.push(words);
    const at = Math.floor(random() * ROLES.length);
    const channel = `facilitator-${ROLES[at] ?? ''}`;
    const talker = students[at]?.client;
    if (talker) ask(talker.seat(table, { type: 'say', channel, words }), words);
  };
  const wishes: readonly (() => void)[] = [
    say,
    say,
    say,
    () => {
      const words = `Proposal ${spoken.length + 1}.`;
      spoken.push(words);
      const terms = { fund: pick(random, ['small', 'large']) };
      ask(pick(random, students).client.seat(table, { type: 'propose', terms, words }), words);
    },
    () =>
      ask(
        pick(random, students).client.seat(table, { type: 'answer-clause', issue: 'fund', answer: 'accept' }),
      ),
    () => {
      const { person } = pick(random, students);
      ask(host.hostSession({ type: 'seat', person, table, role: pick(random, ROLES) }));
    },
    () => ask(host.hostSession({ type: 'unseat', person: pick(random, students).person })),
    () => ask(host.hostTable(table, { type: pick(random, ['pause', 'resume']) })),
    () => ask(host.hostTable(table, { type: 'extend', minutes: 5 })),
  ];
  const troubles: readonly (() => void)[] = [
    () => {
      if (world.nodes.size < 2) return;
      counts.crashes += 1;
      world.crash(pick(random, [...world.nodes]));
      setTimeout(() => void world.start().catch(() => undefined), random() * 4_000);
    },
    () => {
      for (const { lines } of world.nodes) for (const wire of lines) if (random() < 0.4) wire.cut();
    },
    () => {
      const { database } = pick(random, [...world.nodes]);
      database.away = true;
      setTimeout(() => {
        database.away = false;
      }, random() * 3_000);
    },
    () => {
      const { database } = pick(random, [...world.nodes]);
      database.losesAnswers = pick(random, [0, 3, 10]);
      database.losesNotices = pick(random, [0, 0.5, 1]);
    },
  ];
  for (let step = 0; step < STEPS; step++) {
    pick(random, random() < 0.25 ? troubles : wishes)();
    await time.pass(random() * 300);
  }

  // All troubles end, and everybody has had an answer.
  await time.passUntil(
    () => world.nodes.size === 3 && [...world.nodes].every(({ database }) => !database.away),
    LONG,
  );
  for (const { database } of world.nodes) Object.assign(database, { losesAnswers: 0, losesNotices: 0 });
  const faults: string[] = [];
  if (!(await time.passUntil(() => counts.answered === counts.asked, LONG)))
    faults.push(`${counts.asked - counts.answered} wishes were never answered`);
  ask(host.hostTable(table, { type: 'pause' }));
  await time.passUntil(() => counts.answered === counts.asked, LONG);
  const whoeverIsLate = await lateOnes();
  faults.push(...whoeverIsLate);
  faults.push(...world.surprises);
  const log = await logOf(world, table, hosting.session);
  faults.push(...log.faults, ...heard(log.words));
  for (const client of [host, ...students.map((one) => one.client)]) client.close();
  for (const node of world.nodes) world.crash(node);
  return {
    faults,
    events: log.table.length + log.session.length,
    acknowledged: acknowledged.length,
    refused: counts.refused,
    crashes: counts.crashes,
    digest: log.digest,
  };

  /** Who does not see what the log tells soon enough. */
  async function lateOnes(): Promise<string[]> {
    let late: string[] = [];
    const look = async () => {
      const { session, table: events } = await logOf(world, table, hosting.session);
      late = [host, ...students.map((one) => one.client)].flatMap((client, at) => {
        const who = at === 0 ? 'the host' : (ROLES[at - 1] ?? '');
        const state = client.store.getState();
        if (state.connection !== 'online' || !state.welcome) return [`${who} is ${state.connection}`];
        const me = students[at - 1]?.person;
        const seat = state.welcome.me.kind === 'person' ? state.welcome.me.seat : null;
        const viewer: Viewer =
          at === 0 ? { kind: 'host' } : seat ? { kind: 'seat', role: seat.role } : { kind: 'observer' };
        const desk = foldAll(
          EMPTY_DESK,
          events.flatMap(({ parts }) => visible(parts, viewer)),
        );
        const view = session
          .flatMap(({ parts }) => visibleSession(parts, at === 0 ? { kind: 'host' } : { kind: 'person' }))
          .reduce(foldSession, EMPTY_SESSION);
        const should = view.people.find(({ person }) => person === me)?.seat ?? null;
        return [
          ...(isDeepStrictEqual(wire(state.session), wire(view)) ? [] : [`${who} sees another session`]),
          ...(isDeepStrictEqual(wire(state.tables[table]?.desk), wire(desk))
            ? []
            : [`${who} sees another table`]),
          ...(at > 0 && !isDeepStrictEqual(should, seat) ? [`${who} does not know the seat`] : []),
          ...((desk.seats[should?.role ?? ''] ?? []).includes(me ?? '') || !should
            ? []
            : [`the table does not know ${who}`]),
        ];
      });
    };
    await look();
    // The store in memory answers within the turn, so a look is over before time goes on.
    const end = Date.now() + SOON;
    while (late.length > 0 && Date.now() < end) {
      await time.pass(50);
      await look();
    }
    return late;
  }

  function heard(kept: readonly string[]): string[] {
    const times = new Map<string, number>();
    for (const words of kept) times.set(words, (times.get(words) ?? 0) + 1);
    return [
      ...acknowledged.filter((words) => !times.has(words)).map((words) => `lost: ${words}`),
      ...[...times].filter(([, count]) => count > 1).map(([words, count]) => `${count} times: ${words}`),
      ...kept.filter((words) => !spoken.includes(words)).map((words) => `never said: ${words}`),
    ];
  }
}

/** As it would come over the wire. */
const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

async function logOf({ store }: World, table: string, session: string) {
  const faults: string[] = [];
  const written = createHash('sha256');
  const read = async <Event>(stream: string): Promise<Event[]> => {
    const events = await store.read(stream);
    const commands = new Set<string>();
    for (const [at, { version, actor, commandId, payload }] of events.entries()) {
      written.update(JSON.stringify([version, actor, commandId, payload]));
      if (version !== at + 1) faults.push(`${stream} has a gap at ${at + 1}`);
      if (commands.has(`${actor} ${commandId}`)) faults.push(`${stream} has ${commandId} twice`);
      commands.add(`${actor} ${commandId}`);
    }
    return events.map(({ payload }) => readEvent<Event>(payload));
  };
  const tableEvents = await read<TableEvent>(tableStream(table));
  const sessionEvents = await read<SessionEvent>(sessionStream(session));
  const ids = tableEvents.flatMap(({ parts }) =>
    parts.flatMap(({ fact }) => ('words' in fact && typeof fact.words === 'string' ? [fact.words] : [])),
  );
  const bodies = await store.words(ids);
  return {
    faults,
    table: tableEvents,
    session: sessionEvents,
    words: ids.map((id) => bodies.get(id) ?? `no words for ${id}`),
    digest: written.digest('hex').slice(0, 16),
  };
}
