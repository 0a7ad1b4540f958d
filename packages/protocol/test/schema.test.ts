import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageSchemas } from '../scripts/schemas';
import { type ClientMessageName, ClientMessages, LIMITS } from '../src/schema';
import { HOST_COMMANDS, MESSAGES, SEAT_COMMANDS, SESSION_COMMANDS } from './messages';

type Path = readonly (string | number)[];
type Group = Readonly<Record<string, unknown>>;
type Tree = Group | readonly unknown[];

const NAMES = Object.keys(ClientMessages) as ClientMessageName[];
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
const isGroup = (value: unknown): value is Group => isTree(value) && !Array.isArray(value);
const accepts = (name: ClientMessageName, message: unknown) =>
  ClientMessages[name].safeParse(message).success;

/** Every place in a message, the message itself first. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (!isTree(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (isTree(at) ? Reflect.get(at, key) : undefined), value);
}

/** The message with the value at a place replaced. */
function changed(value: unknown, path: Path, to: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined || !isTree(value)) return to;
  const copy: Tree = isGroup(value) ? { ...value } : [...value];
  Reflect.set(copy, key, changed(Reflect.get(copy, key), rest, to));
  return copy;
}

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

const aMessage = fc
  .constantFrom(...NAMES)
  .chain((name) => fc.constantFrom(...MESSAGES[name]).map((message: unknown) => ({ name, message })));
const aPlace = aMessage.chain(({ name, message }) =>
  fc.constantFrom(...placesIn(message)).map((path) => ({ name, message, path })),
);
const someValue = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, 1e9, Number.NaN, '', 'text', [], {}, 3n, Symbol('s'), () => 0),
  fc.anything(),
);

describe('a message', () => {
  it('of every kind has an example that is accepted', () => {
    for (const name of NAMES)
      for (const message of MESSAGES[name])
        expect([message, accepts(name, message)]).toEqual([message, true]);
  });

  it('with a key that is unknown, at any depth, is refused', () => {
    fc.assert(
      fc.property(aPlace, someValue, ({ name, message, path }, extra) => {
        const at = valueAt(message, path);
        fc.pre(isGroup(at));
        return !accepts(name, changed(message, path, { ...at, 'un known': extra }));
      }),
      { numRuns: 500 },
    );
  });

  it('with a value of the wrong kind at any place is refused', () => {
    fc.assert(
      fc.property(aPlace, someValue, ({ name, message, path }, other) => {
        fc.pre(other !== undefined && kindOf(other) !== kindOf(valueAt(message, path)));
        return !accepts(name, changed(message, path, other));
      }),
      { numRuns: 1000 },
    );
  });

  it('that is anything at all is judged without throwing', () => {
    const anything = fc.anything({
      withDate: true,
      withMap: true,
      withSet: true,
      withBigInt: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        anything,
        (name, message) => typeof accepts(name, message) === 'boolean',
      ),
    );
  });

  it('may leave out whatever its schema calls optional, and nothing else', () => {
    const optional = new Set([
      'settings',
      'owner',
      'pass',
      'cursors',
      'cursor',
      'words',
      'answering',
      'picked',
      'secrets',
      'issue',
      'option',
      'name',
      'draft',
      'stance',
      'influence',
      'concern',
      'vote',
      'confidence',
      'returnCode',
      'roles',
      'way',
      'seed',
      'anew',
      'late',
      // In an entry of a class list, and by whom a session is deleted.
      'listed.table',
      'listed.role',
      'listed.group',
      'delete-session.token',
      'hello.tables',
      'language',
      // For one seat, or for all that are empty.
      'autopilot.role',
      'solo.role',
      ...Object.keys(MESSAGES.host[0]?.settings ?? {}),
    ]);
    const required = new Set([
      'answer-clause.issue',
      'say.words',
      'broadcast.words',
      'ask.issue',
      'ask.option',
      'hand-speech.draft',
      'state-stance.stance',
      'vote.vote',
      'message.words',
      'let-in.name',
      'resume.pass',
    ]);
    fc.assert(
      fc.property(aPlace, ({ name, message, path }) => {
        const key = path.at(-1);
        const owner = valueAt(message, path.slice(0, -1));
        fc.pre(
          typeof key === 'string' &&
            isGroup(owner) &&
            !['terms', 'secrets', 'cursors', 'deal'].includes(String(path.at(-2))),
        );
        const { [key]: _gone, ...rest } = owner;
        const kind = owner['type'];
        const listed = path.includes('people') ? 'listed' : name;
        const within = `${typeof kind === 'string' ? kind : listed}.${key}`;
        const mayGo = (optional.has(key) || optional.has(within)) && !required.has(within);
        return accepts(name, changed(message, path.slice(0, -1), rest)) === mayGo;
      }),
      { numRuns: 500 },
    );
  });

  it('with names that every object knows as ids is refused', () => {
    const propose = (terms: string) =>
      JSON.parse(
        `{"as":"seat","id":"01234567","table":"t","command":{"type":"propose","terms":${terms}}}`,
      ) as unknown;
    expect(accepts('command', propose('{"constructor":"yes"}'))).toBe(false);
    expect(accepts('command', propose('{"__proto__":{"x":"y"}}'))).toBe(false);
  });

  it('has bounds on everything that can grow', () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`issue-${i}`, 'yes']));
    const command = (one: object) =>
      accepts('command', { as: 'seat', id: '01234567', table: 't', command: one });
    expect(command({ type: 'propose', terms: many(LIMITS.terms) })).toBe(true);
    expect(command({ type: 'propose', terms: many(LIMITS.terms + 1) })).toBe(false);
    expect(command({ type: 'propose', terms: {} })).toBe(false);
    expect(command({ type: 'say', channel: 'table', words: 'x'.repeat(LIMITS.words) })).toBe(true);
    expect(command({ type: 'say', channel: 'table', words: 'x'.repeat(LIMITS.words + 1) })).toBe(false);
    expect(command({ type: 'say', channel: 'table', words: ' \n ' })).toBe(false);
    expect(
      command({ type: 'move', move: 'm', picked: Array.from({ length: LIMITS.picks + 1 }, () => 'p') }),
    ).toBe(false);
    const cursors = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`t-${i}`, { epoch: 'e', n: 0 }]));
    expect(accepts('hello', { protocol: 1, token: 't'.repeat(40), cursors: cursors(65) })).toBe(true);
    expect(accepts('hello', { protocol: 1, token: 't'.repeat(40), cursors: cursors(66) })).toBe(false);
  });
});

describe('the published schemas', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../../../docs/protocol/messages.schema.json', import.meta.url), 'utf8'),
  );

  it('are those of this version (else run: npm run schemas -w @btt/protocol)', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(messageSchemas())));
  });

  it('name every command that is known', () => {
    const text = JSON.stringify(published);
    for (const type of Object.keys({ ...SEAT_COMMANDS, ...HOST_COMMANDS, ...SESSION_COMMANDS }))
      expect(text).toContain(`"const":"${type}"`);
  });
});
