import { EMPTY_DESK, type Fact, foldAll, type Part, type Viewer } from '@btt/protocol';
import { HostCommand, Id, SeatCommand } from '@btt/protocol/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, evolve, initialTable, readDesk, resolve, visible } from '../src';
import { adjustmentsOf } from '../src/projection/vector';
import { bargainingTable, openTable, RIVER, type TestTable } from './table';
import { grant, wish, wishes } from './random-play';

const RUNS = { numRuns: 150 };
const ROLES = RIVER.scenario.roles.map((role) => role.id);
const anyLuck = fc.double({ min: 0, max: 1, noNaN: true });

/** From the lobby on. Some hosts start too soon, and take it back. */
function played(luck: number, list: readonly Parameters<typeof grant>[1][]): TestTable {
  const table = openTable({ luck });
  table.host({ type: 'start' });
  if (list.length % 2 === 0) {
    table.host({ type: 'reopen-lobby' });
    table.host({ type: 'start' });
  }
  table.clock();
  for (const one of list) grant(table, one);
  return table;
}

function factsOf(table: TestTable): Fact[] {
  return table.events.flatMap(({ event }) => event.parts.map(({ fact }) => fact));
}

/** Ids under which something else can refer to what a fact tells. */
function idsIn(fact: Fact): string[] {
  return [...('id' in fact ? [fact.id] : []), ...('made' in fact ? [fact.made.id] : [])];
}

/** Start, options of the text, and effects that have not ended: added up from the facts alone, without a desk and without the referee. */
function supportsByHand(facts: readonly Fact[]): Readonly<Record<string, number>> {
  const { factions, interactions } = RIVER.scenario;
  const text: Record<string, string> = {};
  const standing = new Map<string, Extract<Fact, { type: 'effect' }>['effect']>();
  for (const fact of facts) {
    if (fact.type === 'clause' && fact.clause.option !== null) text[fact.issue] = fact.clause.option;
    if (fact.type === 'effect') standing.set(fact.effect.id, fact.effect);
    if (fact.type === 'effect-ended') standing.delete(fact.id);
  }
  const fits = (tests: readonly { readonly issue: string; readonly options: readonly string[] }[]) =>
    tests.every(({ issue, options }) => options.includes(text[issue] ?? ''));
  const sums = factions.map(({ id, start, points }) => {
    const options = Object.entries(text).map(([issue, option]) => points[issue]?.[option] ?? 0);
    const together = interactions.filter((one) => one.of === id && fits(one.deal)).map((one) => one.points);
    const felt = [...standing.values()].filter((one) => one.faction === id && fits(one.deal));
    const all = [...options, ...together, ...felt.map((one) => one.points)];
    return [id, all.reduce((sum, one) => sum + one, start)] as const;
  });
  return Object.fromEntries(sums);
}

describe('random play', () => {
  it('reaches every command and every move: what holds for it holds for the game', () => {
    const granted = new Set<string>();
    const moves = new Set<string>();
    for (const [luck, list] of fc.sample(fc.tuple(anyLuck, wishes), { numRuns: 1000, seed: 1990 })) {
      const table = played(luck, list);
      for (const { event } of table.events) granted.add(`${event.cause.as} ${event.type}`);
      for (const made of table.desk().moves) moves.add(made.move);
    }
    const all = [
      // Where somebody plays alone there is nobody else whom anything could be kept from.
      ...SeatCommand.options
        .map(({ shape }) => `seat ${shape.type.value}`)
        .filter((one) => one !== 'seat go-on'),
      ...HostCommand.options.map(({ shape }) => `host ${shape.type.value}`),
    ];
    expect(all.filter((one) => !granted.has(one))).toEqual([]);
    expect(RIVER.scenario.moves.map(({ id }) => id).filter((id) => !moves.has(id))).toEqual([]);
  });

  it('[M2] never makes capital negative, at no moment and for nobody', () => {
    fc.assert(
      fc.property(anyLuck, wishes, (luck, list) => {
        const table = played(luck, list);
        let state = initialTable(RIVER);
        for (const { event } of table.events) {
          for (const { fact } of event.parts)
            if (fact.type === 'capital') expect(fact.balance ?? 0).toBeGreaterThanOrEqual(0);
          state = evolve(state, event);
          expect(Object.entries(state.desk.capital).filter(([, left]) => left !== null && left < 0)).toEqual(
            [],
          );
        }
      }),
      RUNS,
    );
  });

  it('[M14] records with every effect what truly caused it, and that is itself in the record, before it', () => {
    fc.assert(
      fc.property(anyLuck, wishes, (luck, list) => {
        const happened = new Set<string>();
        const open = new Set<string>();
        for (const fact of factsOf(played(luck, list))) {
          if (fact.type === 'effect') open.add(fact.effect.id);
          else if (fact.type === 'effect-behind') {
            expect([fact.cause, happened.has(fact.cause)]).toEqual([fact.cause, true]);
            open.delete(fact.id);
          } else for (const id of idsIn(fact)) happened.add(id);
        }
        expect([...open]).toEqual([]);
      }),
      RUNS,
    );
  });

  it('[M14, F6] gives supports that can be worked out from the log with a pencil', () => {
    fc.assert(
      fc.property(anyLuck, wishes, (luck, list) => {
        const table = played(luck, list);
        const supports = readDesk(RIVER, table.desk(), null).line.supports;
        expect(supports).toEqual(supportsByHand(factsOf(table)));
      }),
      RUNS,
    );
  });

  it('[E1] makes one event of each wish that is granted: the wish itself, an id of its own, and at least one part that is told to somebody', () => {
    fc.assert(
      fc.property(anyLuck, fc.array(wish, { maxLength: 40 }), (luck, list) => {
        const table = bargainingTable({ luck });
        for (const one of list) {
          const before = table.events.length;
          if (one.as !== 'seat') {
            grant(table, one);
            continue;
          }
          const decision = table.seat(one.role, one.command);
          expect(table.events.length - before).toBe(decision.ok ? 1 : 0);
          if (decision.ok)
            expect(decision.event.cause).toEqual({
              as: 'seat',
              role: one.role,
              person: `p-${one.role}`,
              command: one.command,
            });
        }
        const events = table.events.map(({ event }) => event);
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        for (const { parts } of events)
          expect(parts.length > 0 && parts.every(({ to }) => typeof to === 'string' || to.length > 0)).toBe(
            true,
          );
      }),
      RUNS,
    );
  });

  it('[E2] is reproduced to the byte by resolving its causes again with the recorded draws', () => {
    fc.assert(
      fc.property(anyLuck, wishes, (luck, list) => {
        const table = played(luck, list);
        const again = resolve(RIVER, table.events);
        expect(JSON.stringify(again.events)).toBe(JSON.stringify(table.events.map((one) => one.event)));
        expect(adjustmentsOf(again.state.desk)).toEqual(adjustmentsOf(table.desk()));
      }),
      RUNS,
    );
  });

  it('[E2] leaves the causes that stand without one that is taken away: what lost its precondition is inert', () => {
    fc.assert(
      fc.property(anyLuck, wishes, fc.nat(), (luck, list, pick) => {
        const { events } = played(luck, list);
        const without = events.filter((_, i) => i !== pick % events.length);
        expect(resolve(RIVER, without).events.length).toBeLessThanOrEqual(without.length);
      }),
      RUNS,
    );
  });
});

describe('the projection', () => {
  const viewers: Viewer[] = [
    { kind: 'observer' },
    { kind: 'screen' },
    ...ROLES.map((role) => ({ kind: 'seat' as const, role })),
  ];

  it('[S1] gives a viewer the same bytes for two histories that differ only in what the viewer may not see', () => {
    fc.assert(
      fc.property(anyLuck, wishes, fc.constantFrom(...viewers), fc.string(), (luck, list, viewer, noise) => {
        const { events } = played(luck, list);
        const told = (parts: readonly Part[]) => JSON.stringify(visible(parts, viewer));
        const hidden = (part: Part) => visible([part], viewer).length === 0;
        for (const { event } of events) {
          const disturbed = event.parts.flatMap((part): Part[] =>
            hidden(part)
              ? [{ to: part.to, fact: { type: 'told', id: 'x', text: noise, cause: null } }]
              : [part],
          );
          expect(told(disturbed)).toBe(told(event.parts));
        }
      }),
      RUNS,
    );
  });

  it('[S2, E7] folds to exactly the desk by which the seat’s commands are judged', () => {
    fc.assert(
      fc.property(anyLuck, wishes, fc.constantFrom(...ROLES), (luck, list, role) => {
        const table = played(luck, list);
        const facts = table.events.flatMap(({ event }): Fact[] =>
          visible(event.parts, { kind: 'seat', role }),
        );
        expect(foldAll(EMPTY_DESK, facts)).toEqual(table.view(role));
      }),
      RUNS,
    );
  });

  it('[S3] never tells a seat another faction’s support, a hidden cause, a pending draw or somebody else’s purse', () => {
    fc.assert(
      fc.property(anyLuck, wishes, fc.constantFrom(...ROLES), (luck, list, role) => {
        const view = played(luck, list).view(role);
        expect(view.effects.filter((effect) => effect.faction !== role)).toEqual([]);
        expect([view.behind, view.draws]).toEqual([{}, []]);
        expect(Object.keys(view.capital).filter((one) => one !== role)).toEqual([]);
        expect(Object.keys(view.ballots).filter((one) => one !== role)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('legality', () => {
  it('[L1] depends on what the seat can see and on nothing else', () => {
    fc.assert(
      fc.property(anyLuck, wishes, wishes, wish, (luck, shared, hidden, last) => {
        if (last.as !== 'seat') return;
        const table = played(luck, shared);
        const before = table.state();
        const own = JSON.stringify(table.view(last.role));
        const mark = table.events.length;
        for (const one of hidden) {
          if (one.as !== 'seat' || one.role === last.role) continue;
          grant(table, one);
          if (JSON.stringify(table.view(last.role)) !== own) break;
        }
        if (table.events.length === mark || JSON.stringify(table.view(last.role)) !== own) return;
        const context = { id: 'last', at: 9_000_000, chance: () => true };
        const wished = {
          as: 'seat' as const,
          role: last.role,
          person: `p-${last.role}`,
          command: last.command,
        };
        const first = decide(RIVER, before, wished, context);
        const second = decide(RIVER, table.state(), wished, context);
        expect(second.ok ? 'accepted' : second.code).toBe(first.ok ? 'accepted' : first.code);
      }),
      { numRuns: 600 },
    );
  });

  it('[L2] refuses whoever does not hold the seat', () => {
    const table = bargainingTable();
    expect(table.seat('mara', { type: 'show-draft' }, 'p-nils')).toMatchObject({
      ok: false,
      code: 'not-seated',
    });
  });
});

describe('ids', () => {
  it('[S8] of moves and draws can be sent back by a client as they are', () => {
    fc.assert(
      fc.property(anyLuck, wishes, (luck, list) => {
        const { moves, draws } = played(luck, list).desk();
        return [...moves, ...draws].every(({ id }) => Id.safeParse(id).success);
      }),
      RUNS,
    );
  });

  it('[S8] of what a decision made do not tell what else it made', () => {
    const table = bargainingTable();
    table.seat('mara', { type: 'move', move: 'quiet-order' });
    const seen = JSON.stringify(table.view('old-guard').effects);
    const id = table.view('old-guard').effects[0]?.id ?? '';
    const root = table.events.at(-1)?.event.id ?? '';
    expect(id).toMatch(/^[0-9a-z]{22}$/);
    expect(seen).not.toContain(root);
  });
});
