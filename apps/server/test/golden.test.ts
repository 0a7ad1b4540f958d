import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMemoryStore } from '@btt/eventstore';
import {
  evolveLesson,
  evolveSession,
  initialLesson,
  initialSession,
  type LessonEvent,
  type SessionEvent,
  type TableEvent,
  visible,
  visibleSession,
} from '@btt/game';
import { EMPTY_DESK, EMPTY_SESSION, foldAll, foldSession, type Viewer } from '@btt/protocol';
import { smallScenario } from '@btt/scenario/test-support';
import { describe, expect, it } from 'vitest';
import { createOwnScenarios, type OwnEvent } from '../src/scenarios/own';
import { openDeriver } from '../src/sessions/secrets';
import { readEvent } from '../src/streams/format';
import { createWorkbench } from '../src/workbench/workbench';
import { EVENTS, FACTS } from './golden-kinds';
import { benchHere } from './threads';

/**
 * Streams as they lie in databases, and what they came to when they were recorded. Neither a file nor its digests are ever changed: new kinds
 * of events and facts, and new forms, get files of their own, with a line here. `docs/architecture.md` says how they are made.
 */
const RECORDS = {
  'format-1-tables': {
    of: 'tables',
    file: '73a5ec328212ceed8c86135d34a27779',
    views: '524636bb9638e6d9743ccec41a61c28d',
  },
  'format-1-sessions': {
    of: 'sessions',
    file: '436902019edd6a346503b0eef47e9bdf',
    views: '60e5128529e6194d766e1697b85b28b1',
  },
  'format-1-lessons': {
    of: 'lessons',
    file: '24e0d4ebcc3872b59d0f14e6730c40d6',
    views: 'd9faec94b7091be56e72807aff7bbf6f',
  },
  'format-1-tables-rare': {
    of: 'tables',
    file: '193e1b40952ff0dcda8d3748dbb1a725',
    views: '5d0a8adf8b4d6dd2c44a9debceb8ea9c',
  },
  'format-1-sessions-played': {
    of: 'sessions',
    file: '1439a3dbb9c73fe9bf01fe00d04c9760',
    views: 'cb9f9c2241303444859bf8206730a9a9',
  },
  'format-1-lessons-played': {
    of: 'lessons',
    file: 'bac99770aa07a04724db6a64f942b0dd',
    views: '1ceedb0f360b0bb55aeed24b37917e81',
  },
  'own-scenarios': {
    of: 'own',
    file: 'f152e936c741527b65424916968f4ea8',
    views: '591c4644c2edc0100db40c0f4f33c540',
  },
} as const;
type Name = keyof typeof RECORDS;
type Of = (typeof RECORDS)[Name]['of'];
const NAMES = Object.keys(RECORDS) as Name[];
const namesOf = (of: Of) => NAMES.filter((name) => RECORDS[name].of === of);

const folder = fileURLToPath(new URL('./golden', import.meta.url));
const text = (name: Name) => readFileSync(join(folder, `${name}.json`), 'utf8');
const digest = (value: string) => createHash('sha256').update(value).digest('hex').slice(0, 32);
const streams = <Event>(name: Name): Event[][] =>
  (JSON.parse(text(name)) as unknown[][]).map((payloads) => payloads.map((one) => readEvent<Event>(one)));
const eventsOf = <Event>(of: Of): Event[] => namesOf(of).flatMap((name) => streams<Event>(name).flat());

const VIEWERS: readonly Viewer[] = [
  { kind: 'host' },
  { kind: 'observer' },
  { kind: 'screen' },
  ...smallScenario().roles.map((role) => ({ kind: 'seat' as const, role: role.id })),
];

/** What every pair of eyes sees at the end of each stream. */
const VIEWS: Readonly<Record<Of, (name: Name) => unknown>> = {
  tables: (name) =>
    streams<TableEvent>(name).map((events) =>
      VIEWERS.map((viewer) =>
        foldAll(
          EMPTY_DESK,
          events.flatMap(({ parts }) => visible(parts, viewer)),
        ),
      ),
    ),
  sessions: (name) =>
    streams<SessionEvent>(name).map((events) => [
      events.reduce(evolveSession, initialSession()).view,
      ...(['host', 'screen', 'person'] as const).map((kind) =>
        events.flatMap(({ parts }) => visibleSession(parts, { kind })).reduce(foldSession, EMPTY_SESSION),
      ),
    ]),
  lessons: (name) => streams<LessonEvent>(name).map((events) => events.reduce(evolveLesson, initialLesson())),
  own: async (name) => ownersList(ownEvents(name)),
};

/** Own scenarios have no form: each event stands for itself, as it lies in the database. */
const ownEvents = (name: Name) => JSON.parse(text(name)) as OwnEvent[];

/** What an owner is shown whose scenarios have had one of these events each. */
async function ownersList(events: readonly OwnEvent[]): Promise<unknown> {
  const store = createMemoryStore();
  const { desk, close } = createWorkbench(() => undefined, benchHere);
  for (const [i, event] of events.entries()) {
    const id = `scenario-${i}`;
    const at = 1_000 + i;
    await store.append({
      stream: `own-scenario/${id}`,
      expected: 0,
      actor: 'owner',
      commandId: 'c',
      at,
      events: [event],
    });
    await store.claimKey('own-scenario', id, 'owner');
    await store.claimKey('own-scenarios/owner', id, '');
  }
  const own = createOwnScenarios({ store, deriver: await openDeriver(store), desk, now: () => 0 });
  const list = await own.list('owner');
  await close();
  return list;
}

describe('records of old', () => {
  it('are all looked at', () => {
    expect(readdirSync(folder).sort()).toEqual(NAMES.map((name) => `${name}.json`).sort());
  });

  it.each(NAMES)('%s is what it was', (name) => {
    expect(digest(text(name))).toBe(RECORDS[name].file);
  });

  it.each(NAMES)('%s folds to what it folded to', async (name) => {
    expect(digest(JSON.stringify(await VIEWS[RECORDS[name].of](name)))).toBe(RECORDS[name].views);
  });

  it('hold every kind of event', () => {
    const kinds = new Set([
      ...eventsOf<TableEvent>('tables').map(({ cause }) => `${cause.as} ${cause.command.type}`),
      ...eventsOf<SessionEvent>('sessions').map(({ type }) => `session ${type}`),
      ...eventsOf<LessonEvent>('lessons').map(({ type }) => `lesson ${type}`),
      ...namesOf('own').flatMap((name) => ownEvents(name).map(({ type }) => `own ${type}`)),
    ]);
    expect(EVENTS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('hold every kind of fact', () => {
    type WithFacts = { readonly parts: readonly { readonly fact: { readonly type: string } }[] };
    const kinds = new Set(
      (['tables', 'sessions', 'lessons'] as const).flatMap((of) =>
        eventsOf<WithFacts>(of).flatMap(({ parts }) => parts.map(({ fact }) => fact.type)),
      ),
    );
    expect(Object.keys(FACTS).filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});
