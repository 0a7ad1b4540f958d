import type { Desk, RefereeLine } from '@btt/protocol';
import { createReferee } from '@btt/referee';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjustmentsOf,
  countable,
  counted,
  createCounting,
  type DeskReading,
  evolve,
  initialTable,
  readDesk,
  stillCounting,
  vectorOf,
} from '../src';
import { bargainingTable, RIVER } from './table';
import { grant, wishes } from './random-play';

const anyLuck = fc.double({ min: 0, max: 1, noNaN: true });
const { scenario } = RIVER;
const counting = createCounting(countable(scenario));

function countsOf(reading: DeskReading) {
  const steps = counting.steps(reading.vector);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The line by its definition, made from nothing but the desk by a referee that has seen nothing else. */
function fresh(desk: Desk): RefereeLine {
  const referee = createReferee(scenario);
  const drafted = Object.entries(desk.text).flatMap(([issue, { option }]) =>
    option === null ? [] : [[issue, option]],
  );
  const terms = desk.deal ?? Object.fromEntries(drafted);
  const verdict = referee.evaluate(terms, adjustmentsOf(desk));
  const counts = referee.counts(adjustmentsOf(desk));
  if (counts.kind !== 'exact') throw new Error('The river has few deals.');
  return {
    supports: Object.fromEntries(verdict.factions.map(({ faction, support }) => [faction, support])),
    votes: verdict.votes,
    sides: verdict.sides.map(({ side, passes, yes, no, abstain, margin, sentence }, at) => ({
      side,
      passes,
      yes,
      no,
      abstained: abstain,
      margin,
      sentence,
      winSet: counts.sides[at]?.count ?? null,
    })),
    jointWinSet: counts.joint,
    deals: counts.deals,
    complete: scenario.issues.every((issue) => terms[issue.id] !== undefined),
  };
}

const adjustment = fc.record({
  faction: fc.constantFrom(...scenario.factions.slice(0, 3).map((one) => one.id)),
  points: fc.integer({ min: -3, max: 3 }),
  deal: fc.array(
    fc.constantFrom(
      { issue: 'water', options: ['quotas', 'free'] },
      { issue: 'water', options: ['free', 'quotas'] },
      { issue: 'dam', options: ['delayed'] },
    ),
    { maxLength: 2 },
  ),
});

describe('the referee’s line', () => {
  it('is the same live, in replay and worked out anew, at every event of any record', () => {
    fc.assert(
      fc.property(anyLuck, wishes, (luck, list) => {
        const table = bargainingTable({ luck });
        const live: RefereeLine[] = [];
        let reading: DeskReading | null = null;
        let seen = 0;
        const follow = () => {
          for (; seen < table.events.length; seen++) {
            reading = readDesk(RIVER, table.desk(), reading);
            live.push(counted(reading.line, countsOf(reading)));
          }
        };
        // What came before the first wish is read at once, as when a host comes later.
        seen = table.events.length;
        const missed = seen;
        for (const one of list) {
          grant(table, one);
          follow();
        }
        let state = initialTable(RIVER);
        let again: DeskReading | null = null;
        table.events.forEach(({ event }, at) => {
          state = evolve(state, event);
          again = readDesk(RIVER, state.desk, again);
          const line = counted(again.line, countsOf(again));
          expect(line).toEqual(fresh(state.desk));
          if (at >= missed) expect(live[at - missed]).toEqual(line);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is the very same reading when nothing has happened that the referee looks at', () => {
    const table = bargainingTable();
    const before = readDesk(RIVER, table.desk(), null);
    table.seat('mara', { type: 'say', channel: 'caucus-north', words: 'w1' });
    expect(readDesk(RIVER, table.desk(), before)).toBe(before);
    table.seat('mara', { type: 'propose', terms: { fund: 'small' } });
    const after = readDesk(RIVER, table.desk(), before);
    expect(after).not.toBe(before);
    expect(after.vector).toBe(before.vector);
  });

  it('says while it is being counted how far that is, and what is known without it', () => {
    const { line } = readDesk(RIVER, bargainingTable().desk(), null);
    const now = stillCounting(line, 0.25);
    expect(now.counting).toBe(0.25);
    expect([now.jointWinSet, ...now.sides.map((side) => side.winSet)].every((size) => size === null)).toBe(
      true,
    );
    expect(Object.keys(now.supports)).toHaveLength(scenario.factions.length);
  });

  it('has no win-sets where there are too many deals, and says how many there are', () => {
    const { line } = readDesk(RIVER, bargainingTable().desk(), null);
    const told = counted(line, { kind: 'too-large', deals: 4e12 });
    expect(told).toMatchObject({ deals: 4e12, jointWinSet: null });
    expect(told.counting).toBeUndefined();
  });
});

describe('the vector of a record', () => {
  it('does not depend on the order of what was added, nor on how it was divided', () => {
    fc.assert(
      fc.property(fc.array(adjustment, { maxLength: 8 }), fc.nat(), (list, seed) => {
        const turned = list.map((_, at) => list[(at + seed) % list.length] ?? list[0]);
        const divided = turned.flatMap((one) =>
          one ? [one, { ...one, points: 1 }, { ...one, points: -1 }] : [],
        );
        expect(vectorOf(divided)).toEqual(vectorOf(list));
      }),
    );
  });

  it('gives every deal the supports that the record gives it, and only then has an equal key', () => {
    const deals = scenario.issues.reduce<Record<string, string>[]>(
      (all, { id, options }) => all.flatMap((deal) => options.map((one) => ({ ...deal, [id]: one.id }))),
      [{}],
    );
    const supportsOf = (list: readonly ReturnType<typeof adjustmentsOf>[number][]) =>
      deals.map((deal) => RIVER.referee.support(deal, list).map((one) => one.support));
    fc.assert(
      fc.property(
        fc.array(adjustment, { maxLength: 6 }),
        fc.array(adjustment, { maxLength: 6 }),
        (one, other) => {
          const [first, second] = [vectorOf(one), vectorOf(other)];
          expect(supportsOf(first.adjustments)).toEqual(supportsOf(one));
          if (first.key === second.key) expect(supportsOf(one)).toEqual(supportsOf(other));
        },
      ),
    );
  });
});
