import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustmentsOf, agreementsOf, explore, vectorOf } from '../../src';
import { make } from '../devices/scenes';
import { bargainingTable, HISTORIC, RIVER } from '../table';

const NOTHING = vectorOf([]);
const { scenario } = RIVER;

const deals = fc
  .tuple(...scenario.issues.map((issue) => fc.constantFrom(null, ...issue.options.map(({ id }) => id))))
  .map((options) =>
    Object.fromEntries(
      scenario.issues.flatMap(({ id }, at) => {
        const option = options[at];
        return option == null ? [] : [[id, option]];
      }),
    ),
  );

/** What a table has added to support after pressure that was asked for. */
function pressed() {
  const table = bargainingTable({ luck: 0.99 });
  make(table, 'mara', 'quiet-order');
  make(table, 'sela', 'ask-pressure');
  make(table, 'mara', 'pressure');
  return vectorOf(adjustmentsOf(table.desk()));
}

describe('a deal tried at a moment of a record', () => {
  it('is judged with what had been done until then, and by nothing that came later', () => {
    const before = explore(RIVER, HISTORIC, NOTHING);
    const after = explore(RIVER, HISTORIC, pressed());
    expect(after.line.supports).not.toEqual(before.line.supports);
    expect(after.line.sides.map(({ side }) => side)).toEqual(['north', 'south']);
    expect(after.values).toEqual(before.values);
  });

  it('tells for every option who would ratify with it, as trying it does', () => {
    fc.assert(
      fc.property(deals, (deal) => {
        const { swaps } = explore(RIVER, deal, NOTHING);
        for (const issue of scenario.issues)
          for (const option of issue.options) {
            const tried = explore(RIVER, { ...deal, [issue.id]: option.id }, NOTHING);
            expect(swaps[issue.id]?.[option.id]).toEqual(
              tried.line.sides.flatMap(({ side, passes }) => (passes ? [side] : [])),
            );
          }
      }),
      { numRuns: 40 },
    );
  });

  it('leaves out what the scenario does not know', () => {
    const { line, sentence } = explore(RIVER, { water: 'gold', moon: 'free' }, NOTHING);
    expect({ line, sentence }).toEqual({
      line: explore(RIVER, {}, NOTHING).line,
      sentence: explore(RIVER, {}, NOTHING).sentence,
    });
  });
});

describe('the agreements of a moment', () => {
  it('are those that trying finds ratified on all sides, the nearest first', () => {
    const vector = pressed();
    const found = agreementsOf(RIVER, vector.adjustments, HISTORIC);
    expect(found.joint).toBeGreaterThan(0);
    for (const { deal } of found.nearest)
      expect(explore(RIVER, deal, vector).line.sides.every(({ passes }) => passes)).toBe(true);
    const changes = found.nearest.map((one) => one.changes);
    expect(changes).toEqual(changes.toSorted((one, other) => one - other));
    for (const issue of scenario.issues)
      expect(Object.values(found.options[issue.id] ?? {}).reduce((sum, one) => sum + one.joint, 0)).toBe(
        found.joint,
      );
  });
});
