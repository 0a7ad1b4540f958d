import { createMemoryStore, type EventStore } from '@btt/eventstore';
import { LESSON_STEPS, REFUSALS } from '@btt/protocol';
import { packScenario } from '@btt/scenario';
import type { Express } from 'express';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as appModule from '../src/http/app';
import { plainError } from '../src/log';
import { createLibrary } from '../src/scenarios/library';
import { everyMessage, pageOf, type Place, probesOf, request, type Viewer } from './canary-probes';
import { BALLOT, NAMED, playFirstRound, playOn, REFLECTION, SAID, SESSION } from './canary-play';
import {
  canary,
  canaryScenario,
  FILES,
  INSIDE,
  ROLES,
  type Secret,
  SECRETS,
  TO_COME,
} from './canary-scenario';
import { author, newId, newToken } from './library-api';
import { type Probe, routesOf } from './routes';
import { granted, type Klass, klass, type Running, running, student, until } from './running';
import { unreliable } from './stores';

/** What servers answer with, in the order in which they were started. */
const apps = vi.hoisted((): Express[] => []);
vi.mock('../src/http/app', async (original) => {
  const real = await original<typeof appModule>();
  return {
    ...real,
    createApp(options: appModule.AppOptions): Express {
      const app = real.createApp(options);
      apps.push(app);
      return app;
    },
  };
});

let server: Running;
const pages: { close(): void }[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await server.stop();
});

const MINUTE = 60_000;
const PASS = 'canary-pass-zq7';
const SETTINGS = { briefing: 0, roundMinutes: 60, ratification: 60, returns: 0, luck: 'host' } as const;
const REFUSED = { ok: false, code: expect.any(String), message: expect.any(String) };
const HOSTS_ROUTES = /^\/api\/(?:scenarios|sessions)\//;
const HOSTS_MESSAGES = new Set(['host', 'solo', 'session-command', 'let-in', 'resume', 'delete-session']);

/** Everybody who looks, with what they show; the hosts among them. */
async function lookers(room: Klass, owner: string): Promise<Record<string, Viewer>> {
  let made = 0;
  const viewer = (name: string, token: string | null): Viewer => {
    made += 1;
    return { name, token, address: `10.1.0.${made}`, told: [] };
  };
  const joins = async (nickname: string) =>
    granted(await server.client().join({ code: room.code, nickname }));
  const gone = await joins('Canary removed');
  const removed = viewer('removed', gone.token);
  const page = await follow(removed);
  granted(await room.host.hostSession({ type: 'remove', person: gone.person }));
  await page.until(() => page.heard.some(([name]) => name === 'gone'));
  const people = [{ nickname: 'Canary listed' }, { nickname: canary('expected') }];
  granted(await room.host.hostSession({ type: 'expect', people }));
  const back = granted(await server.client().comeBack({ code: room.code, nickname: 'Student mara' }));
  expect(back.waiting).toBe(true);
  const all = [
    ...ROLES.map((role) => viewer(role, student(room, role).token)),
    viewer('observer', (await joins('Canary late')).token),
    viewer('listed', (await joins('Canary listed')).token),
    viewer('screen', room.screenToken),
    viewer('waiting', back.token),
    removed,
    viewer('stranger', newToken()),
    viewer('outsider', null),
    { ...viewer('host', room.hostToken), pass: PASS },
    { ...viewer('owner', owner), pass: PASS },
  ];
  return Object.fromEntries(all.map((one) => [one.name, one]));
}

/** Keeps a page open, which hears everything that is pushed to the viewer. */
async function follow(viewer: Viewer) {
  const page = await pageOf(server.url, viewer, (text) => void viewer.told.push(text));
  pages.push(page);
  return page;
}

const isHost = ({ pass }: Viewer): boolean => pass !== undefined;

/** A number or a word is there where it is not part of a longer one. */
function holds(text: string, secret: string): boolean {
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
    const around = `${text[at - 1] ?? ''}${text[at + secret.length] ?? ''}`;
    if (!/\w/.test(around)) return true;
  }
  return false;
}

/** Who holds what they may not know, and who has not been told what they may. */
function wrongs(viewers: Record<string, Viewer>, secrets: readonly Secret[], open: boolean): string[] {
  return Object.values(viewers).flatMap((viewer) => {
    const { name, told } = viewer;
    if (isHost(viewer)) return [];
    const text = told.join('\n');
    return secrets.flatMap((secret) => {
      const may = secret.to.includes(name) || (open && secret.opens && INSIDE.includes(name));
      if (holds(text, secret.text) === may) return [];
      return [`${name} ${may ? 'has not been told' : 'KNOWS'} ${secret.text}`];
    });
  });
}

/** Everything that can be asked, by everybody. Those who are no hosts are refused, with a code, what hosts alone may ask. */
async function askAll(viewers: Record<string, Viewer>, place: Place, refs: readonly string[], acts: boolean) {
  await Promise.all(Object.values(viewers).map((viewer) => ask(viewer, place, refs, acts)));
}

/** Whether the answer has a body of the route's own. */
const tells = ({ method }: Probe): boolean => method !== 'HEAD' && method !== 'OPTIONS';

async function ask(viewer: Viewer, place: Place, refs: readonly string[], acts: boolean): Promise<void> {
  const { name: who } = viewer;
  for (const probe of probesOf(refs, place.table)) {
    const answer = await request(server.url, viewer, probe);
    if (isHost(viewer) || probe.method === 'HEAD' || !HOSTS_ROUTES.test(probe.path)) continue;
    expect([who, probe.path, JSON.parse(answer)]).toEqual([who, probe.path, REFUSED]);
  }
  if (isHost(viewer)) return;
  for (const { name, body, answer } of await everyMessage(server.url, viewer, place, acts)) {
    const isHosts = HOSTS_MESSAGES.has(name) || ('as' in body && body.as === 'host');
    if (isHosts || !answer.ok) expect([who, name, body, answer]).toEqual([who, name, body, REFUSED]);
    if (!answer.ok) expect(REFUSALS).toHaveProperty([answer.code]);
  }
}

const playable = (store: EventStore) =>
  createLibrary([{ scenario: canaryScenario(), hash: 'canaries', files: FILES }], store);

/** Puts the scenario into a library of one's own, and says how it is called there. */
async function bringAlong(pass?: string) {
  const owner = author(server, pass === undefined ? {} : { pass });
  const body = { id: newId(), bundle: JSON.parse(packScenario(FILES)) };
  const kept = await owner.send<{ scenario: { ref: string } }>('POST', '/own', body);
  return { token: owner.token, ref: kept.body.scenario.ref };
}

describe('everything that the server says', () => {
  it('comes from routes that are all asked here', async () => {
    server = await running();
    const app = apps.at(-1);
    if (!app) throw new Error('The server has made no app.');
    const probes = probesOf(['small-river'], 'table');
    expect(routesOf(app, probes).unvisited).toEqual([]);
    const fewer = probes.filter(({ path }) => !path.endsWith('/branch') && path !== '/metrics');
    expect(routesOf(app, fewer).unvisited).toEqual(['GET /metrics', 'POST /branch']);
    app.post('/api/new', () => undefined);
    expect(routesOf(app, probes).unvisited).toEqual(['POST /api/new']);
  });

  it(
    'S1: holds a secret only where it may be known, on every route and in every message, before the debrief is open and after',
    async () => {
      const lines: string[] = [];
      const log = pino(
        { level: 'trace', serializers: { err: plainError } },
        { write: (line) => void lines.push(line) },
      );
      const flaky = unreliable(createMemoryStore());
      server = await running({
        store: flaky.store,
        log,
        hostPass: PASS,
        trustedProxies: 1,
        library: playable,
      });
      const room = await klass(server, ROLES, SETTINGS, PASS);
      const { host, table, session } = room;
      const own = await bringAlong(PASS);
      const refs = ['small-river', own.ref];
      const viewers = await lookers(room, own.token);
      for (const viewer of Object.values(viewers)) await follow(viewer);
      const watcher = await until(host, ({ session: { people }, words }) =>
        people.find(({ person }) => words[person] === 'Canary late'),
      );
      await playFirstRound(room, watcher.person);
      const place = { session, table, person: student(room, 'mara').person };
      const scenario = [...SECRETS, NAMED];
      const early = [...scenario, ...Object.values(SAID), ...SESSION];
      const notYet = [...TO_COME, BALLOT, REFLECTION].map((secret) => ({ ...secret, to: [] }));
      await askAll(viewers, place, refs, false);
      expect(wrongs(viewers, [...early, ...notYet], false)).toEqual([]);

      await playOn(room);
      const late = [...early, ...TO_COME, BALLOT];
      const hidden = { ...REFLECTION, to: [] };
      await askAll(viewers, place, refs, false);
      expect(wrongs(viewers, [...late, hidden], false)).toEqual([]);

      granted(await host.hostTable(table, { type: 'skip' }));
      granted(await host.hostTable(table, { type: 'skip' }));
      await until(host, ({ tables }) => tables[table]?.desk.phase === 'debrief');
      await askAll(viewers, place, refs, true);
      expect(wrongs(viewers, [...late, hidden], false)).toEqual([]);

      granted(await host.hostTable(table, { type: 'open-debrief' }));
      granted(await host.leadLesson({ type: 'begin-lesson', plan: [...LESSON_STEPS] }));
      granted(await host.leadLesson({ type: 'show-step', step: 'reflect' }));
      const farmers = student(room, 'farmers').client;
      granted(await farmers.joinLesson({ type: 'reflect', prompt: 'mattered', words: REFLECTION.text }));
      granted(await host.leadLesson({ type: 'end-lesson' }));
      await askAll(viewers, place, refs, true);
      const open = [...late, REFLECTION];
      expect(wrongs(viewers, open, true)).toEqual([]);

      // When the database is away nothing is said but that.
      flaky.away = true;
      await askAll(viewers, place, refs, false);
      flaky.away = false;
      expect(wrongs(viewers, open, true)).toEqual([]);

      // Each of them is there: hosts are told all of it.
      const toldTo = (name: string) => viewers[name]?.told.join('\n') ?? '';
      expect(open.filter(({ text }) => !holds(toldTo('host'), text))).toEqual([]);
      expect(SECRETS.filter(({ text }) => !holds(toldTo('owner'), text))).toEqual([]);

      const tokens = [...Object.values(viewers).flatMap(({ token }) => token ?? []), room.hostToken];
      const names = ['Student ', 'Canary ', 'canary-', 'We could talk'];
      const text = lines.join('');
      expect(text).toContain('the database fails');
      expect([...names, ...tokens, room.code, BALLOT.text].filter((secret) => text.includes(secret))).toEqual(
        [],
      );
    },
    MINUTE,
  );

  it('S1: shows what somebody brought along to nobody else, also where hosting needs no pass', async () => {
    server = await running({ trustedProxies: 1, library: (store) => createLibrary([], store) });
    const { token: owner, ref } = await bringAlong();
    const host = server.client();
    const { code, session, hostToken, screenToken } = granted(await host.host({ scenario: ref, owner }));
    granted(await host.hello(hostToken));
    const client = server.client();
    const { person, token } = granted(await client.join({ code, nickname: 'Mara' }));
    granted(await client.hello(token));
    const table = `${session}-1`;
    granted(await host.hostSession({ type: 'seat', person, table, role: 'mara' }));
    await until(client, ({ tables }) => tables[table]?.brief?.own);
    const place = { session, table, person };
    const tokens = { mara: token, screen: screenToken, stranger: newToken(), outsider: null };
    const viewers: Record<string, Viewer> = {};
    for (const [name, shown] of Object.entries(tokens)) {
      const viewer = { name, token: shown, address: `10.2.0.${Object.keys(viewers).length}`, told: [] };
      viewers[name] = viewer;
      const page = await follow(viewer);
      for (const other of [newToken(), shown ?? newToken()]) {
        const opening = { protocol: 1, id: newId(), scenario: ref, owner: other };
        expect(await page.ask('host', opening)).toMatchObject({ ok: false, code: 'unknown-scenario' });
        expect(await page.ask('solo', { ...opening, nickname: 'Ana' })).toMatchObject({ ok: false });
      }
      for (const probe of probesOf([ref], table)) {
        const answer = await request(server.url, viewer, probe);
        const asksForIt = probe.path.includes(ref) && !probe.path.endsWith('/change') && tells(probe);
        if (asksForIt) expect([name, probe.path, JSON.parse(answer)]).toEqual([name, probe.path, REFUSED]);
      }
      await everyMessage(server.url, viewer, place, true);
    }
    expect(wrongs(viewers, SECRETS, false)).toEqual([]);
  });
});
