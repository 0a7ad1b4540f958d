import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReferee, finish, members, memberSteps, principalValue, type Steps, support } from '../src';
import { allDeals, jointWinSetByDefinition, winSetByDefinition } from '../src/oracle/definitions';
import { createMachine } from '../src/win-sets/machine';
import { vectorMachine } from '../src/win-sets/vector-machine';
import { createCounter } from '../src/win-sets/win-sets';
import { type RandomGame, randomGame } from './arbitrary';
import { game, half } from './games';

function countByDefinition({ scenario, adjustments }: RandomGame) {
  return {
    kind: 'exact',
    deals: [...allDeals(scenario)].length,
    sides: scenario.sides.map(({ id }) => ({
      side: id,
      count: winSetByDefinition(scenario, id, adjustments).length,
    })),
    joint: jointWinSetByDefinition(scenario, adjustments).length,
  };
}

/** An additive game whose points are made up by a fixed rule: eight factions on two sides. */
function additive(issues: number, options: number, width: number) {
  let state = 7;
  const points = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state % (2 * width + 1)) - width;
  };
  const names = Array.from({ length: issues }, (_, at) => `i${at}`);
  const choices = Array.from({ length: options }, (_, at) => `o${at}`);
  const factions = Array.from({ length: 8 }, (_, at) => ({
    id: `f${at}`,
    side: at < 4 ? 'east' : 'west',
    weight: 1 + ((at * 5) % 7),
    points: Object.fromEntries(
      names.map((issue) => [issue, Object.fromEntries(choices.map((option) => [option, points()]))]),
    ),
  }));
  const of = (side: string) => factions.filter((one) => one.side === side).map((one) => one.id);
  return game({
    sides: { east: { ...half, factions: of('east') }, west: { ...half, factions: of('west') } },
    factions,
    issues: Object.fromEntries(names.map((issue) => [issue, choices])),
  });
}

/** Does the work to its end and tells what progress it reported. */
function watched<Result>(steps: Steps<Result>): { readonly result: Result; readonly progress: number[] } {
  const progress: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { result: step.value, progress };
    progress.push(step.value);
  }
}

function expectProgress(progress: readonly number[]): void {
  for (const [at, value] of progress.entries()) {
    expect(value).toBeGreaterThanOrEqual(progress[at - 1] ?? 0);
    expect(value).toBeLessThanOrEqual(1);
  }
}

describe('every way to count', () => {
  it.each([1, 40, 1024])('gives what the definitions give, 128 deals at a time in blocks of %i', (block) => {
    fc.assert(
      fc.property(randomGame(), (random) => {
        const counter = createCounter(random.scenario, { machine: 'vector', block });
        expect(counter.count(random.adjustments)).toEqual(countByDefinition(random));
        expect(counter.count([])).toEqual(countByDefinition({ ...random, adjustments: [] }));
      }),
      { numRuns: 60 },
    );
  });

  it.each(['plain', 'vector'] as const)(
    'gives what the definitions give where tables have but a few rows (%s)',
    (machine) => {
      fc.assert(
        fc.property(randomGame(), fc.integer({ min: 1, max: 4 }), (random, mostRows) => {
          const counter = createCounter(random.scenario, { machine, mostRows });
          expect(counter.count(random.adjustments)).toEqual(countByDefinition(random));
        }),
        { numRuns: 80 },
      );
    },
  );

  it.each([3, 60, 100_000])('gives the same for points up to %i, in blocks of every size', (width) => {
    const scenario = additive(6, 5, width);
    const adjustments = [
      { faction: 'f1', points: 2, deal: [] },
      { faction: 'f6', points: -3, deal: [{ issue: 'i2', options: ['o1', 'o4'] }] },
      {
        faction: 'f2',
        points: 5,
        deal: [
          { issue: 'i0', options: ['o1', 'o2', 'o3'] },
          { issue: 'i5', options: ['o0', 'o3'] },
        ],
      },
    ];
    const first = createCounter(scenario, { block: 1, machine: 'plain' }).count(adjustments);
    for (const machine of ['plain', 'vector'] as const)
      for (const block of [25, 625, 15_625])
        for (const mostRows of [2, 50, 512])
          expect(createCounter(scenario, { machine, block, mostRows }).count(adjustments)).toEqual(first);
  });
});

describe('a vector machine', () => {
  it('does the same as a plain one', () => {
    const place = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(
        fc.constantFrom(8, 24),
        fc.infiniteStream(fc.integer()),
        fc.array(fc.tuple(place, place, place, place), { maxLength: 12 }),
        (words, content, steps) => {
          const size = 48 + 10 * words;
          const plain = createMachine('plain', size, words);
          const vector = vectorMachine(size, words);
          if (!vector) throw new Error('no WebAssembly here');
          plain.memory.set(steps.flat().map((row) => 48 + row * words));
          for (let at = 48; at < size; at++) plain.memory[at] = content.next().value;
          vector.memory.set(plain.memory);
          plain.run(0, steps.length);
          vector.run(0, steps.length);
          expect(vector.memory.slice(0, size)).toEqual(plain.memory);
          for (let row = 0; row < 9; row++) {
            const [one, other] = [48 + row * words, 48 + (row + 1) * words];
            expect(vector.count(one, other)).toBe(plain.count(one, other));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('gives way to a plain one where there is no memory for it', () => {
    expect(vectorMachine(2 ** 40, 8)).toBeNull();
  });
});

describe('counting in slices', () => {
  it('tells a progress that never falls, and comes to the same result', () => {
    fc.assert(
      fc.property(randomGame(), fc.integer({ min: 1, max: 5000 }), (random, slice) => {
        const counter = createCounter(random.scenario, { block: 8, slice });
        const { result, progress } = watched(counter.countSteps(random.adjustments));
        expect(result).toEqual(countByDefinition(random));
        expectProgress(progress);
      }),
      { numRuns: 100 },
    );
  });

  it('lets counts of several records take turns, and forgets one that is given up', () => {
    fc.assert(
      fc.property(
        randomGame(),
        fc.constantFrom('plain' as const, 'vector' as const),
        fc.nat(20),
        (random, machine, patience) => {
          const { scenario, adjustments } = random;
          const counter = createCounter(scenario, { block: 4, slice: 1, machine });
          const given = counter.countSteps([...adjustments, ...adjustments]);
          for (let turn = 0; turn < patience; turn++) given.next();
          const one = counter.countSteps(adjustments);
          const other = counter.countSteps([]);
          let [a, b] = [one.next(), other.next()];
          given.return({ kind: 'too-large', deals: 0 });
          while (!a.done || !b.done) {
            if (!a.done) a = one.next();
            if (!b.done) b = other.next();
          }
          expect(a.value).toEqual(countByDefinition(random));
          expect(b.value).toEqual(countByDefinition({ ...random, adjustments: [] }));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stops often on the way through a large game', () => {
    const counter = createCounter(additive(8, 8, 3));
    const { result, progress } = watched(counter.countSteps([], Number.POSITIVE_INFINITY));
    expect(result).toMatchObject({ kind: 'exact', deals: 8 ** 8 });
    expectProgress(progress);
    expect(progress.length).toBeGreaterThan(10);
  });

  it('is remembered by a referee only when it is finished', () => {
    const referee = createReferee(additive(3, 3, 3));
    const given = referee.countSteps([]);
    given.next();
    given.return({ kind: 'too-large', deals: 0 });
    const counted = referee.counts([]);
    expect(counted).toMatchObject({ kind: 'exact', deals: 27 });
    expect(finish(referee.countSteps([]))).toBe(counted);
  });
});

describe('listing members in slices', () => {
  it('gives the same members, sorted by what the definitions say', () => {
    fc.assert(
      fc.property(
        randomGame({ issues: 3, options: 4, factions: 3 }),
        fc.constantFrom('value' as const, 'support' as const),
        ({ scenario, adjustments }, kind) => {
          const of = scenario.factions[0]?.id ?? '';
          const { result, progress } = watched(
            memberSteps(scenario, adjustments, { of: 'joint', sort: { kind, of } }),
          );
          if (result.kind !== 'exact') throw new Error('too large');
          const valued = jointWinSetByDefinition(scenario, adjustments).map((deal) => ({
            deal,
            value:
              kind === 'value'
                ? principalValue(scenario, of, deal)
                : support(scenario, deal, adjustments)[0]?.support,
          }));
          expect([...result.members]).toEqual(valued.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0)));
          expectProgress(progress);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('lists as many members as are counted, twice if asked twice', () => {
    const scenario = additive(5, 8, 4);
    const counted = createCounter(scenario).count([]);
    const listed = members(scenario, [], { of: 'joint', sort: { kind: 'support', of: 'f3' } });
    if (counted.kind !== 'exact' || listed.kind !== 'exact') throw new Error('too large');
    expect(listed.count).toBe(counted.joint);
    const values = Array.from(listed.members, (one) => one.value ?? 0);
    expect(values).toHaveLength(counted.joint);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(Array.from(listed.members, (one) => one.value)).toEqual(values);
  });
});
