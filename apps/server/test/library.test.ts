import { createMemoryStore } from '@btt/eventstore';
import { granted } from '@btt/client/test-support';
import type { Kept, OwnCard, ScenarioFiles, ScenarioSheet, Trial } from '@btt/protocol';
import { LARGEST_SCENARIO, packScenario } from '@btt/scenario';
import { SMALL, SMALL_FILES, smallScenario } from '@btt/scenario/test-support';
import { afterEach, describe, expect, it } from 'vitest';
import { createLibrary } from '../src/scenarios/library';
import { author, type Author, newId } from './library-api';
import { type Running, running } from './running';
import { unreliable } from './stores';

const RIVER = [{ path: 'scenario.yaml', text: SMALL }, ...SMALL_FILES];
const BUNDLE = JSON.parse(packScenario(RIVER)) as { files: { path: string; text: string }[] };

let server: Running;
async function open(options: Parameters<typeof running>[0] = {}): Promise<Running> {
  server = await running({
    library: (store) => createLibrary([{ scenario: smallScenario(), hash: 'river', files: RIVER }], store),
    ...options,
  });
  return server;
}
afterEach(() => server.stop());

async function keep(who: Author, bundle: unknown = BUNDLE): Promise<Kept> {
  const { body } = await who.send<Kept>('POST', '/own', { id: newId(), bundle });
  expect(body).toMatchObject({ ok: true });
  return body;
}

const saveOf = (version: number, ...files: readonly { path: string; text: string | null }[]) => ({
  id: newId(),
  version,
  files,
});

describe('reading a scenario', () => {
  it('shows whoever may host every number, role by role, and the files', async () => {
    await open();
    const { status, body, headers } = await author(server, { token: null }).get<ScenarioSheet>(
      '/small-river',
    );
    const sheet = body;
    expect([status, sheet.ref, sheet.version]).toEqual([200, 'small-river', null]);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(sheet.roles['generals']?.faction?.start).toBe(-3);
    expect(Object.keys(sheet.roles)).toHaveLength(smallScenario().roles.length);
    const { body: files } = await author(server).get<ScenarioFiles>('/small-river/files');
    expect(files.files).toEqual(RIVER);
    expect(files.problems).toEqual([]);
    expect(files.numbers?.factions.find(({ id }) => id === 'generals')).toMatchObject({
      weight: 40,
      start: -3,
    });
    expect(files.numbers?.points['mara']?.['water']?.['quotas']).toBe(30);
    const bundle = await author(server).get('/small-river/bundle');
    expect(bundle.body).toEqual(BUNDLE);
  });

  it('asks for the host pass where there is one, also for one of odd letters, whatever is asked', async () => {
    await open({ hostPass: 'grüße 🕊' });
    const stranger = author(server);
    const wrong = author(server, { pass: 'guess' });
    const host = author(server, { pass: 'grüße 🕊' });
    const asks = [
      ['GET', '/small-river'],
      ['GET', '/small-river/files'],
      ['GET', '/small-river/bundle'],
      ['GET', '/own'],
      ['POST', '/own'],
      ['PUT', '/own.x'],
      ['DELETE', '/own.x'],
      ['POST', '/small-river/check'],
      ['POST', '/small-river/trial'],
      ['POST', '/small-river/problems'],
      ['POST', '/small-river/change'],
    ] as const;
    for (const [method, path] of asks) {
      const refused =
        method === 'GET' ? await stranger.get(path) : await stranger.send(method, path, { nonsense: true });
      expect([path, refused.status, refused.body['code']]).toEqual([path, 403, 'wrong-pass']);
    }
    expect((await wrong.get('/small-river')).body['code']).toBe('wrong-pass');
    expect((await host.get('/small-river')).status).toBe(200);
    expect((await (await fetch(`${server.url}/api/library`)).json()) as unknown[]).toHaveLength(1);
  });

  it('is refused with a code when there is no such scenario, and to pages of other websites', async () => {
    await open();
    for (const path of ['/nothing', '/own.abcdefghijklmn', '/__proto__', `/${'x'.repeat(500)}`]) {
      const { status, body } = await author(server).get(path);
      expect([path, status, body['code']]).toEqual([path, 404, 'unknown-scenario']);
      expect((await author(server).get(`${path}/files`)).body['code']).toBe('unknown-scenario');
    }
    const foreign = await fetch(`${server.url}/api/scenarios/small-river`, {
      headers: { origin: 'https://evil.example' },
    });
    expect([foreign.status, await foreign.json()]).toMatchObject([403, { code: 'not-entitled' }]);
  });
});

describe('checking and trying', () => {
  it('gives the findings of the playability check, and the same at once when it is asked again', async () => {
    await open();
    const who = author(server);
    const lines = await who.lines('/small-river/check');
    const last = lines.at(-1) as { findings: { id: string; sentence: string }[] };
    expect(last.findings.map(({ id }) => id)).toContain('joint');
    expect(last.findings.every(({ sentence }) => sentence.length > 10)).toBe(true);
    expect(await who.lines('/small-river/check')).toEqual([last]);
  });

  it('tells the verdict of a deal with measures, and the win-sets when they are counted', async () => {
    await open();
    const who = author(server);
    const deal = smallScenario().historic?.deal ?? {};
    const alone = (await who.lines('/small-river/trial', { deal, moves: [] })) as Trial[];
    expect(alone[0]?.line.counting).toBe(0);
    expect(alone.at(-1)?.line.counting).toBeUndefined();
    expect(alone.at(-1)?.line.jointWinSet).toBeTypeOf('number');
    const helped = (await who.lines('/small-river/trial', { deal, moves: ['quiet-order'] })) as Trial[];
    expect(helped.at(-1)?.line.jointWinSet).toBeGreaterThanOrEqual(alone.at(-1)?.line.jointWinSet ?? 0);
    expect(helped.at(-1)?.line.supports['generals']).toBeGreaterThan(
      alone[0]?.line.supports['generals'] ?? 0,
    );
    const again = (await who.lines('/small-river/trial', { deal, moves: [] })) as Trial[];
    expect(again).toEqual([alone.at(-1)]);
  });

  it('refuses what is no deal', async () => {
    await open();
    const who = author(server);
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`i${i}`, 'x']));
    for (const body of [
      {},
      { deal: [], moves: [] },
      { deal: many, moves: [] },
      { deal: {}, moves: ['../x'] },
      null,
    ])
      expect((await who.send('POST', '/small-river/trial', body)).body).toMatchObject({ code: 'malformed' });
    expect((await who.send('POST', '/nothing/trial', { deal: {}, moves: [] })).status).toBe(404);
    expect((await who.send('POST', '/nothing/check', {})).status).toBe(404);
  });
});

describe('a scenario of one’s own', () => {
  it('is kept for its owner, listed, read, exported as it came, and gone when it is deleted', async () => {
    await open();
    const who = author(server);
    const { scenario, problems } = await keep(who);
    expect(problems).toEqual([]);
    expect(scenario).toMatchObject({ version: 1, title: 'The river', problems: 0 });
    expect(scenario.ref).toMatch(/^own\.[a-z2-8]{14}$/);
    expect((await who.get('/own')).body['scenarios']).toEqual([scenario]);
    expect((await who.get(`/${scenario.ref}/bundle`)).body).toEqual(BUNDLE);
    const { body: sheet } = await who.get<ScenarioSheet>(`/${scenario.ref}`);
    expect([sheet.ref, sheet.version]).toEqual([scenario.ref, 1]);
    expect(await who.lines(`/${scenario.ref}/check`)).not.toHaveLength(0);
    expect((await who.send('DELETE', `/${scenario.ref}`)).body).toEqual({ ok: true });
    expect((await who.send('DELETE', `/${scenario.ref}`)).status).toBe(404);
    expect((await who.get('/own')).body['scenarios']).toEqual([]);
    expect((await who.get(`/${scenario.ref}`)).status).toBe(404);
  });

  it('is not there for anybody else, whatever they ask', async () => {
    await open();
    const { scenario } = await keep(author(server));
    for (const other of [author(server), author(server, { token: null })]) {
      const ref = `/${scenario.ref}`;
      for (const path of [ref, `${ref}/files`, `${ref}/bundle`])
        expect([path, (await other.get(path)).status]).toEqual([path, 404]);
      const save = await other.send('PUT', ref, saveOf(1));
      expect([404, 401]).toContain(save.status);
      for (const [path, body] of [
        ['check', {}],
        ['trial', { deal: {}, moves: [] }],
        ['problems', { files: [] }],
      ] as const)
        expect([path, (await other.send('POST', `${ref}/${path}`, body)).status]).toEqual([path, 404]);
      expect((await other.send('DELETE', ref)).status).toBe(404);
      const copy = await other.send('POST', '/own', { id: newId(), copyOf: scenario.ref });
      expect([404, 401]).toContain(copy.status);
    }
    expect(JSON.stringify(await (await fetch(`${server.url}/api/library`)).json())).not.toContain('own.');
  });

  it('needs a token that nobody guesses, and its token is not in the database', async () => {
    const store = createMemoryStore();
    await open({ store });
    for (const token of [null, 'short', 'x'.repeat(42), `${'x'.repeat(43)} ; drop`])
      expect([token, (await author(server, { token }).get('/own')).status]).toEqual([token, 401]);
    const who = author(server);
    await keep(who);
    const [key] = await store.keys('own-scenario');
    expect(JSON.stringify([key, await store.keys(`own-scenarios/${key?.value}`)])).not.toContain(who.token);
    expect(key?.value).toMatch(/^[0-9a-f]{64}$/);
  });

  it('may be a copy of a shipped one, under another title, and leaves that as it is', async () => {
    await open();
    const who = author(server);
    const { body } = await who.send<Kept>('POST', '/own', {
      id: newId(),
      copyOf: 'small-river',
      title: 'The river: ours',
    });
    const copy = body.scenario;
    expect(copy.title).toBe('The river: ours');
    const { body: files } = await who.get<ScenarioFiles>(`/${copy.ref}/files`);
    expect(files.files.map(({ path }) => path).sort()).toEqual(RIVER.map(({ path }) => path).sort());
    expect(files.files[0]?.text).toBe(SMALL.replace('title: The river', 'title: "The river: ours"'));
    const again = await who.send<Kept>('POST', '/own', { id: newId(), copyOf: copy.ref });
    expect(again.body.scenario.title).toBe('The river: ours');
    expect((await who.send('POST', '/own', { id: newId(), copyOf: 'nothing' })).status).toBe(404);
  });

  it('is kept once, however often the same wish arrives', async () => {
    await open();
    const who = author(server);
    const wish = { id: newId(), bundle: BUNDLE };
    const [first, second] = [await who.send('POST', '/own', wish), await who.send('POST', '/own', wish)];
    expect(second.body).toEqual(first.body);
    expect((await who.get('/own')).body['scenarios']).toHaveLength(1);
    expect((await author(server).send('POST', '/own', wish)).body).not.toEqual(first.body);
  });

  it('is saved on the version its writer had, once, and refused when somebody was first', async () => {
    await open();
    const who = author(server);
    const { scenario } = await keep(who);
    const heavier = SMALL.replace('weight: 40, start: 0', 'weight: 41, start: 0');
    const wish = saveOf(1, { path: 'scenario.yaml', text: heavier });
    const saved = await who.send('PUT', `/${scenario.ref}`, wish);
    expect(saved.body).toMatchObject({ ok: true, scenario: { version: 2, title: 'The river' } });
    expect((await who.send('PUT', `/${scenario.ref}`, wish)).body).toEqual(saved.body);
    const late = await who.send('PUT', `/${scenario.ref}`, saveOf(1, { path: 'teaching.md', text: 'x' }));
    expect([late.status, late.body['code']]).toEqual([409, 'outdated']);
    const { body: sheet } = await who.get<ScenarioSheet>(`/${scenario.ref}`);
    expect(sheet.public.roles.find((role) => role.id === 'farmers')?.weight).toBe(41);
  });

  it('is saved by one of two who write at the same moment', async () => {
    await open();
    const who = author(server);
    const { scenario } = await keep(who);
    const done = await Promise.all(
      ['a', 'b'].map((text) => who.send('PUT', `/${scenario.ref}`, saveOf(1, { path: 'teaching.md', text }))),
    );
    expect(done.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('may be unfinished: what is wrong is told with its place, and it cannot be read, tried or hosted until that is mended', async () => {
    await open();
    const who = author(server);
    const broken = {
      ...BUNDLE,
      files: [{ path: 'scenario.yaml', text: 'format: 1\ntitle: Half done\nsides: [' }],
    };
    const { scenario, problems } = await keep(who, broken);
    expect(scenario).toMatchObject({ title: 'Half done', card: null });
    expect(problems[0]).toMatchObject({ file: 'scenario.yaml', line: 3, code: 'not-yaml' });
    expect((await who.get(`/${scenario.ref}`)).body['code']).toBe('not-playable');
    expect((await who.send('POST', `/${scenario.ref}/check`, {})).body['code']).toBe('not-playable');
    const hosted = await server.client().host({ scenario: scenario.ref, owner: who.token });
    expect(hosted).toMatchObject({ ok: false, code: 'not-playable' });
    const mended = await who.send('PUT', `/${scenario.ref}`, saveOf(1, ...RIVER));
    expect(mended.body).toMatchObject({ ok: true, problems: [], scenario: { problems: 0 } });
    expect((await who.get(`/${scenario.ref}`)).status).toBe(200);
  });

  it('is hosted by its owner and by nobody else, and a session goes on with what it began with', async () => {
    await open({ hostPass: 'open sesame' });
    const who = author(server, { pass: 'open sesame' });
    const { scenario } = await keep(who);
    const host = server.client();
    const wish = { scenario: scenario.ref, owner: who.token, pass: 'open sesame' };
    expect(await host.host({ scenario: scenario.ref, owner: who.token })).toMatchObject({
      code: 'wrong-pass',
    });
    expect(await host.host({ ...wish, owner: author(server).token })).toMatchObject({
      code: 'unknown-scenario',
    });
    expect(await host.host({ scenario: scenario.ref, pass: 'open sesame' })).toMatchObject({
      code: 'unknown-scenario',
    });
    const opened = granted(await host.host(wish));
    await who.send(
      'PUT',
      `/${scenario.ref}`,
      saveOf(1, { path: 'scenario.yaml', text: SMALL.replace('The river', 'Another') }),
    );
    await who.send('DELETE', `/${scenario.ref}`);
    granted(await host.hello(opened.hostToken));
    const table = `${opened.session}-1`;
    await expect.poll(() => host.store.getState().tables[table]?.brief?.public.title).toBe('The river');
  });

  it('survives the server, and leaves nothing behind when it goes', async () => {
    const store = createMemoryStore();
    const who = author(await open({ store }));
    const { scenario } = await keep(who);
    await server.stop();
    await open({ store });
    const later = author(server, { token: who.token });
    expect((await later.get('/own')).body['scenarios']).toEqual([scenario]);
    expect((await later.get(`/${scenario.ref}/bundle`)).body).toEqual(BUNDLE);
    await later.send('DELETE', `/${scenario.ref}`);
    expect(await store.keys('own-scenario')).toEqual([]);
    expect(await store.streams('own-scenario/')).toEqual([]);
  });

  it('is not half kept when the database goes away in between, and kept when it is sent again', async () => {
    const state = unreliable(createMemoryStore());
    const who = author(await open({ store: state.store }));
    const wish = { id: newId(), bundle: BUNDLE };
    state.losesAnswer = true;
    expect((await who.send('POST', '/own', wish)).status).toBe(500);
    const kept = await who.send<Kept>('POST', '/own', wish);
    expect(kept.body).toMatchObject({ ok: true, scenario: { version: 1 } });
    const { scenario } = kept.body;
    state.away = true;
    const save = saveOf(1, { path: 'teaching.md', text: 'new' });
    expect((await who.send('PUT', `/${scenario.ref}`, save)).body).toMatchObject({ code: 'unavailable' });
    state.away = false;
    expect((await who.send('PUT', `/${scenario.ref}`, save)).body).toMatchObject({
      scenario: { version: 2 },
    });
  });
});

describe('a draft', () => {
  it('is checked as it is typed, without being kept', async () => {
    await open();
    const who = author(server);
    const { scenario } = await keep(who);
    const text = SMALL.replace('side: north, name: Farmers', 'side: nroth, name: Farmers');
    const line = SMALL.split('\n').findIndex((one) => one.includes('name: Farmers')) + 1;
    const { body } = await who.send('POST', `/${scenario.ref}/problems`, {
      files: [{ path: 'scenario.yaml', text }],
    });
    expect(body['problems']).toMatchObject([{ file: 'scenario.yaml', line, code: 'unknown-reference' }]);
    const gone = await who.send('POST', `/${scenario.ref}/problems`, {
      files: [{ path: 'scenario.yaml', text: null }],
    });
    expect(gone.body['problems']).toMatchObject([{ code: 'missing-file' }]);
    const odd = await who.send('POST', `/${scenario.ref}/problems`, { files: [{ path: '../x', text: '' }] });
    expect(odd.body['code']).toBe('not-a-scenario');
    expect((await who.get('/own')).body['scenarios']).toEqual([scenario]);
  });

  it('has a number changed in its place', async () => {
    await open();
    const who = author(server);
    const change = { text: SMALL, path: ['factions', 'farmers', 'weight'], value: 45 };
    const { body } = await who.send('POST', '/own.x/change', change);
    expect(body['text']).toBe(SMALL.replace('order: 9, weight: 40', 'order: 9, weight: 45'));
    const lost = await who.send('POST', '/own.x/change', { ...change, path: ['title', 'x'] });
    expect(lost.body['code']).toBe('not-available');
    for (const bad of [{ ...change, value: 1e9 }, { ...change, value: 1.5 }, { ...change, path: [] }, {}])
      expect((await who.send('POST', '/own.x/change', bad)).body['code']).toBe('malformed');
  });
});

describe('hostile uploads', () => {
  it('are refused with a code', async () => {
    await open();
    const who = author(server);
    const main = RIVER[0];
    const cases: readonly (readonly [unknown, string])[] = [
      [null, 'not-a-scenario'],
      ['text', 'not-a-scenario'],
      [{ ...BUNDLE, version: 99 }, 'not-a-scenario'],
      [{ ...BUNDLE, files: [] }, 'not-a-scenario'],
      [{ ...BUNDLE, files: [main, main] }, 'not-a-scenario'],
      [{ ...BUNDLE, files: [main, { path: '../../etc/passwd', text: 'x' }] }, 'not-a-scenario'],
      [{ ...BUNDLE, files: [main, { path: 'roles/x.md', text: 'x'.repeat(LARGEST_SCENARIO) }] }, 'too-large'],
      [
        { ...BUNDLE, files: Array.from({ length: 1001 }, (_, i) => ({ path: `roles/r${i}.md`, text: '' })) },
        'too-large',
      ],
    ];
    for (const [bundle, code] of cases) {
      const { body } = await who.send('POST', '/own', { id: newId(), bundle });
      expect([code, body['code']]).toEqual([code, code]);
    }
    for (const body of [
      '{',
      '[]',
      '"x"',
      JSON.stringify({ id: 'x', bundle: BUNDLE }),
      '{"__proto__":{"id":1}}',
    ])
      expect([body, (await who.send('POST', '/own', body)).body['code']]).toEqual([body, 'malformed']);
    expect((await who.get('/own')).body['scenarios']).toEqual([]);
  });

  it('that are larger than any scenario are not even read', async () => {
    await open();
    const { status, body } = await author(server).send('POST', '/own', `"${'x'.repeat(5_000_000)}"`);
    expect([status, body['code']]).toEqual([413, 'too-large']);
  });

  it('with texts that would run in a browser come back as the texts they are, in an answer that is no page', async () => {
    await open();
    const who = author(server);
    const evil = '<script>alert(1)</script>[x](javascript:alert(1))<img src=x onerror=alert(1)>';
    const files = RIVER.map((file) =>
      file.path === 'scenario.yaml'
        ? { ...file, text: file.text.replace('tagline: Two countries', `tagline: ${evil} Two countries`) }
        : file,
    );
    const { scenario } = await keep(who, { ...BUNDLE, files });
    expect(scenario.card?.tagline).toContain(evil);
    const response = await fetch(`${server.url}/api/scenarios/${scenario.ref}/bundle`, {
      headers: { authorization: `Bearer ${who.token}` },
    });
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('that nest without end, or name what every object knows, are told as problems', async () => {
    await open();
    const who = author(server);
    for (const text of [
      `format: 1\na: ${'['.repeat(50_000)}`,
      'format: 1\nid: x\ntitle: t\n__proto__: {a: 1}\nsides: {constructor: {}}\nissues: {}\n',
      'a: &a [*a, *a]\nformat: 1\n',
    ]) {
      const { problems, scenario } = await keep(who, { ...BUNDLE, files: [{ path: 'scenario.yaml', text }] });
      expect(problems.length).toBeGreaterThan(0);
      expect((await who.send('DELETE', `/${scenario.ref}`)).status).toBe(200);
    }
  });

  it('are bounded in number, for one owner and one address', async () => {
    await open();
    const who = author(server);
    const codes: unknown[] = [];
    for (let i = 0; i < 32; i++)
      codes.push((await who.send('POST', '/own', { id: newId(), copyOf: 'small-river' })).body['code']);
    expect(codes.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => undefined));
    expect(codes.at(-1)).toBe('too-many');
    const kept = (await who.get('/own')).body['scenarios'] as OwnCard[];
    expect(kept.length).toBeLessThanOrEqual(31);
  });
});
