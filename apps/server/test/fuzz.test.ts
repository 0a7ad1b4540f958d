import { request } from 'node:http';
import { REFUSALS } from '@btt/protocol';
import { ClientMessages } from '@btt/protocol/schema';
import fc from 'fast-check';
import { MESSAGES } from '@btt/protocol/test-support';
import { afterEach, describe, expect, it } from 'vitest';
import { unheard } from './hostile';
import { granted, klass, type Running, running, student } from './running';
import { openPage, type Page } from './wire';

let server: Running;
const pages: Page[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await server.stop();
});

const NAMES = Object.keys(ClientMessages);
/** Messages of one page: fewer than make it wait. */
const OF_ONE_PAGE = 40;

/** Strings that programs stumble over. */
const trick = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e\u200b',
  '﷽'.repeat(20),
  "' OR 1=1 --",
  '<img src=x onerror=alert(1)>',
  '../../etc/passwd',
  'x'.repeat(5000),
);
const leaf = fc.oneof(
  trick,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.integer(),
  fc.constantFrom(null, true, false, Number.MAX_SAFE_INTEGER, -0, 1e308),
);
const anything = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(trick, fc.string({ maxLength: 8 })), tie('any'), { maxKeys: 5 }),
  ),
})).any;
/** So many collections inside each other. Made when it is sent: nothing that prints a failure could go so deep. */
const depth = fc.integer({ min: 50, max: 1000 });

function nested(times: number): unknown {
  let value: unknown = 1;
  for (let at = 0; at < times; at++) value = at % 2 === 0 ? [value] : { a: value };
  return value;
}

/** A sound message with one thing in it changed, taken away or added. */
const bent = fc
  .constantFrom(
    ...Object.entries(MESSAGES).flatMap(([name, all]) => all.map((body) => [name, body] as const)),
  )
  .chain(([name, body]) =>
    fc
      .tuple(fc.nat({ max: 30 }), fc.constantFrom('change', 'drop', 'add'), anything, trick)
      .map(([at, how, value, key]) => [name, bend(body, at, how, value, key)] as const),
  );

function bend(body: unknown, at: number, how: string, value: unknown, key: string): unknown {
  const places: (readonly [Record<string, unknown>, string])[] = [];
  const copy: unknown = structuredClone(body);
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const open = node as Record<string, unknown>;
    for (const name of Object.keys(open)) {
      places.push([open, name]);
      walk(open[name]);
    }
  };
  walk(copy);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return value;
  const [node, name] = place;
  if (how === 'drop') delete node[name];
  else node[how === 'add' ? key : name] = value;
  return copy;
}

const message = fc.oneof(
  { weight: 5, arbitrary: bent },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...NAMES), anything) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...NAMES), fc.record({ depth })) },
  { weight: 1, arbitrary: fc.tuple(trick, anything) },
);

function bodyOf(body: unknown): unknown {
  const isDeep = typeof body === 'object' && body !== null && 'depth' in body;
  return isDeep && typeof body.depth === 'number' ? nested(body.depth) : body;
}

describe('hostile messages', () => {
  it('are answered with a code each, change nothing for others, and leave the server as it was', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela']);
    const neighbour = student(room, 'sela').client;
    const attack = () =>
      fc.assert(
        fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: OF_ONE_PAGE }), async (list) => {
          const page = openPage(server.url);
          pages.push(page);
          granted(await page.hello(student(room, 'mara').token));
          const answers = await Promise.all(list.map(([name, body]) => page.ask(name, bodyOf(body))));
          for (const answer of answers)
            if (!answer.ok) expect(REFUSALS).toHaveProperty([answer.code], answer.message);
          page.close();
          granted(await neighbour.seat(room.table, { type: 'say', channel: 'caucus-south', words: 'here' }));
        }),
        { numRuns: 60 },
      );
    expect(await unheard(attack)).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
    granted(await room.host.record(room.table));
  });
});

/** Paths that exist, and some that do not. */
const path = fc.oneof(
  fc.constantFrom(
    '/api/library',
    '/api/scenarios/own',
    '/api/scenarios/small-river',
    '/api/scenarios/small-river/files',
    '/api/scenarios/small-river/bundle',
    '/api/scenarios/small-river/problems',
    '/api/scenarios/small-river/change',
    '/api/scenarios/small-river/check',
    '/api/scenarios/small-river/trial',
    '/healthz',
    '/readyz',
    '/metrics',
    '/j/ACE34',
    '/socket.io/?EIO=4&transport=polling',
  ),
  fc.webPath(),
  fc.constantFrom(
    '/%',
    '/%00',
    '/%ff',
    '//',
    '/..%2f..%2fetc/passwd',
    '/api/scenarios/__proto__',
    '/api/%c0%ae',
  ),
);
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];

function send(at: string, method: string, body: string, type: string): Promise<number> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': type, authorization: `Bearer ${'a'.repeat(43)}` };
    const asked = request({ host: '127.0.0.1', port, path: at, method, headers, agent: false }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.on('error', reject);
    asked.end(method === 'GET' || method === 'HEAD' ? undefined : body);
  });
}

describe('hostile requests', () => {
  it('never find an error of the server’s own, whatever the route, the method and the body', async () => {
    server = await running();
    await fc.assert(
      fc.asyncProperty(
        path,
        fc.constantFrom(...METHODS),
        fc.oneof(
          anything.map((value) => JSON.stringify(value) ?? ''),
          depth.map((times) => JSON.stringify(nested(times))),
          fc.string({ unit: 'binary' }),
        ),
        fc.constantFrom(
          'application/json',
          'text/plain',
          'multipart/form-data',
          'application/json; charset=x',
        ),
        async (at, method, body, type) => {
          const status = await send(at, method, body, type);
          expect([at, method, status >= 500 && status !== 503]).toEqual([at, method, false]);
        },
      ),
      { numRuns: 300 },
    );
    expect(await send('/api/library', 'GET', '', 'text/plain')).toBe(200);
  });
});
