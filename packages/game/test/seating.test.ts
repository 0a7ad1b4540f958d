import { type SessionView } from '@btt/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideSession, evolveSession, initialSession, type SessionState, type SessionWish } from '../src';
import { RIVER } from './table';

const ROLES = RIVER.scenario.roles;
const IN_ORDER = [...ROLES].sort((a, b) => a.order - b.order);
const HEADS = ROLES.filter((role) => role.initials).map((role) => role.id);
const capacity = (role: string) => RIVER.index.role(role)?.capacity ?? 0;

interface Klass {
  readonly people: readonly (string | null)[];
  /** Roles that each table fills; null = all. */
  readonly tables: readonly (number | null)[];
  readonly way: 'balanced' | 'random' | 'groups';
  readonly seed: number;
}

/** Any class: how many people, in which groups, at tables of any sizes. */
const klass: fc.Arbitrary<Klass> = fc.record({
  people: fc.array(fc.option(fc.constantFrom('A', 'B', 'C', 'D')), { minLength: 1, maxLength: 60 }),
  tables: fc.array(fc.option(fc.integer({ min: 1, max: ROLES.length })), { minLength: 1, maxLength: 6 }),
  way: fc.constantFrom('balanced' as const, 'random' as const, 'groups' as const),
  seed: fc.nat(),
});

function run(wishes: readonly SessionWish[], from = initialSession()): SessionState {
  return wishes.reduce((state, wish) => {
    const decision = decideSession(RIVER, state, wish);
    if (!decision.ok) throw new Error(`${wish.type}: ${decision.code}`);
    return evolveSession(state, decision.event);
  }, from);
}

const OPEN: SessionWish = { type: 'open', session: 's', code: 'ACE34', table: 't1', tableName: 'Table 1' };

function opened({ people, tables }: Klass): SessionState {
  const rolesOf = (size: number | null) =>
    size === null ? null : IN_ORDER.slice(0, size).map(({ id }) => id);
  return run([
    OPEN,
    ...tables
      .slice(1)
      .map((size, i): SessionWish => ({ type: 'add-table', newTable: `t${i + 2}`, roles: rolesOf(size) })),
    ...people.flatMap((group, i): SessionWish[] => [
      { type: 'join', person: `p${i}` },
      ...(group ? [{ type: 'group', person: `p${i}`, group } as const] : []),
    ]),
  ]);
}

const seatAll = ({ way, seed }: Klass, anew = false): SessionWish => ({
  type: 'seat-everyone',
  way,
  seed,
  anew,
});
const held = (view: SessionView, table: string, role: string) =>
  view.people.filter(({ seat }) => seat?.table === table && seat.role === role).length;

describe('seating everybody', () => {
  it('[N4] leaves nobody without a place, and fills no seat beyond its capacity', () => {
    fc.assert(
      fc.property(klass, (one) => {
        const { view } = run([seatAll(one)], opened(one));
        for (const { seat, watches } of view.people)
          expect((seat === null) !== (watches === null)).toBe(true);
        for (const { table } of view.tables)
          for (const { id } of ROLES) expect(held(view, table, id)).toBeLessThanOrEqual(capacity(id));
      }),
    );
  });

  it('[N13] fills only the roles that a table uses, the heads of all sides among them', () => {
    fc.assert(
      fc.property(klass, (one) => {
        const { view } = run([seatAll(one)], opened(one));
        for (const { table, roles } of view.tables) {
          const used = roles ?? ROLES.map(({ id }) => id);
          expect(HEADS.filter((id) => !used.includes(id))).toEqual([]);
          for (const { id } of ROLES) if (!used.includes(id)) expect(held(view, table, id)).toBe(0);
        }
      }),
    );
  });

  it('[N4] gives nobody a lesser seat while a better one is free at any table', () => {
    fc.assert(
      fc.property(klass, (one) => {
        const balanced = { ...one, way: 'balanced' as const };
        const { view } = run([seatAll(balanced)], opened(balanced));
        const first = view.tables.flatMap(({ table, roles }) =>
          ROLES.filter(({ id, kind }) => kind !== 'press' && (roles?.includes(id) ?? true)).map((role) => ({
            table,
            role,
          })),
        );
        const empty = first.filter(({ table, role }) => held(view, table, role.id) === 0);
        const shared = first.some(({ table, role }) => held(view, table, role.id) > 1);
        const watching = view.people.some(({ watches }) => watches !== null);
        if (shared || watching) expect(empty).toEqual([]);
        const worst = Math.max(
          0,
          ...first.flatMap(({ table, role }) => (held(view, table, role.id) > 0 ? [role.order] : [])),
        );
        expect(empty.filter(({ role }) => role.order < worst)).toEqual([]);
      }),
    );
  });

  it('[N4] moves nobody who has a place, unless everybody is seated anew', () => {
    fc.assert(
      fc.property(klass, fc.array(fc.nat({ max: 20 }), { maxLength: 5 }), (one, late) => {
        const before = run([seatAll(one)], opened(one));
        const more = late.map((_, i): SessionWish => ({ type: 'join', person: `late${i}` }));
        if (more.length === 0) return;
        const after = run([...more, seatAll(one)], before);
        expect(after.view.people.slice(0, before.view.people.length)).toEqual(before.view.people);
      }),
    );
  });

  it('[N14] gives the same places for the same seed, and records it', () => {
    fc.assert(
      fc.property(klass, (one) => {
        const random = { ...one, way: 'random' as const };
        const [first, second] = [
          run([seatAll(random)], opened(random)),
          run([seatAll(random)], opened(random)),
        ];
        expect(first.view.people).toEqual(second.view.people);
        expect(first.view.seatedBy).toEqual({ way: 'random', seed: one.seed });
      }),
    );
  });

  it('[N14] keeps chosen groups at one table each', () => {
    fc.assert(
      fc.property(klass, (one) => {
        const { view } = run([seatAll({ ...one, way: 'groups' })], opened(one));
        for (const group of ['A', 'B', 'C', 'D']) {
          const members = view.people.filter((person) => person.group === group);
          expect(
            new Set(members.map(({ seat, watches }) => seat?.table ?? watches)).size,
          ).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('taking back', () => {
  it('[N16] seating everybody puts all where they were', () => {
    fc.assert(
      fc.property(klass, fc.boolean(), (one, anew) => {
        const seated = run([seatAll(one)], opened(one));
        const start = anew ? seated : opened(one);
        const again = decideSession(
          RIVER,
          start,
          seatAll({ ...one, way: 'random', seed: one.seed + 1 }, anew),
        );
        if (!again.ok) return;
        const { view } = run([{ type: 'undo' }], evolveSession(start, again.event));
        const places = (of: SessionView) =>
          of.people.map(({ person, seat, watches }) => [person, seat, watches]);
        if (again.event.parts.some(({ fact }) => fact.type === 'undo-point'))
          expect(places(view)).toEqual(places(start.view));
      }),
    );
  });

  it('[N16] brings back a table and a person who were taken away, with their seats', () => {
    const before = run([
      OPEN,
      { type: 'add-table', newTable: 't2', roles: ['generals'] },
      { type: 'join', person: 'a' },
      { type: 'seat', person: 'a', table: 't2', role: 'generals' },
    ]);
    const gone = run(
      [
        { type: 'remove-table', table: 't2' },
        { type: 'remove', person: 'a' },
      ],
      before,
    );
    expect(gone.view).toMatchObject({ people: [], tables: [{ table: 't1' }] });
    const back = run([{ type: 'undo' }, { type: 'undo' }], gone).view;
    expect(back.tables).toEqual(before.view.tables);
    expect(back.people).toEqual(before.view.people);
    expect(decideSession(RIVER, run([{ type: 'undo' }], before), { type: 'undo' })).toMatchObject({
      code: 'nothing-to-do',
    });
  });

  it('[N16] does not push anybody off a seat that was taken meanwhile', () => {
    const { view } = run([
      OPEN,
      { type: 'join', person: 'a' },
      { type: 'join', person: 'b' },
      { type: 'seat', person: 'a', table: 't1', role: 'mara' },
      { type: 'unseat', person: 'a' },
      ...Array.from({ length: capacity('mara') }, (_, i): SessionWish[] => [
        { type: 'join', person: `c${i}` },
      ]).flat(),
    ]);
    let state: SessionState = { version: 1, view };
    for (let i = 0; i < capacity('mara'); i++) {
      const wish: SessionWish = { type: 'seat', person: `c${i}`, table: 't1', role: 'mara' };
      const decision = decideSession(RIVER, state, wish);
      if (decision.ok)
        state = evolveSession(state, {
          ...decision.event,
          parts: decision.event.parts.filter(({ fact }) => fact.type !== 'undo-point'),
        });
    }
    const back = run([{ type: 'undo' }], state).view;
    expect(back.people.find(({ person }) => person === 'a')?.seat).toBeNull();
    expect(held(back, 't1', 'mara')).toBe(capacity('mara'));
  });
});

describe('whoever comes late', () => {
  it('[N11] is seated at once when the host wants that, without moving anybody', () => {
    const { view } = run([
      OPEN,
      { type: 'join', person: 'a' },
      { type: 'seat-everyone', late: true },
      { type: 'join', person: 'b' },
    ]);
    expect(view.people.map(({ seat }) => seat?.role)).toEqual(IN_ORDER.slice(0, 2).map(({ id }) => id));
  });

  it('[N12] gets the place that the class list keeps, or the next one at that table', () => {
    const kept = { person: 'x1', table: 't2', role: 'generals', group: 'A' };
    const state = run([
      OPEN,
      { type: 'add-table', newTable: 't2' },
      { type: 'expect', people: [kept, { person: 'x2', table: 't2', role: null, group: null }] },
      { type: 'join', person: 'a', expected: 'x1' },
      { type: 'join', person: 'b', expected: 'x2' },
      { type: 'join', person: 'c', expected: null },
    ]);
    const [a, b, c] = state.view.people;
    expect(a).toMatchObject({ seat: { table: 't2', role: 'generals' }, group: 'A' });
    expect(b?.seat?.table).toBe('t2');
    expect(c?.seat).toBeNull();
    expect(state.view.expected).toEqual([]);
  });
});

describe('a session that is put away', () => {
  it('[N19] grants nothing until it is opened again', () => {
    const away = run([OPEN, { type: 'archive', archived: true }]);
    expect(decideSession(RIVER, away, { type: 'join', person: 'a' })).toMatchObject({
      code: 'session-archived',
    });
    expect(
      run(
        [
          { type: 'archive', archived: false },
          { type: 'join', person: 'a' },
        ],
        away,
      ).view.people,
    ).toHaveLength(1);
  });
});
