import type { Desk } from '@btt/protocol';
import type { Adjustment } from '@btt/referee';

/**
 * What a record adds to the factions' support, summed up and in an order of its own. The win-sets depend on this and on nothing else of the
 * record: the draft does not matter to them, nor who did what, nor when.
 */
export interface Vector {
  readonly adjustments: readonly Adjustment[];
  /** The same as text: equal for records that contribute the same, and for no others. */
  readonly key: string;
}

/** What the record adds to the factions' support at this moment: stacking and expiry are settled already. */
export function adjustmentsOf(desk: Desk): Adjustment[] {
  return desk.effects.map(({ faction, points, deal }) => ({ faction, points, deal }));
}

/** Adjustments of one faction under one condition are added up; those that cancel out are left out. */
export function vectorOf(adjustments: readonly Adjustment[]): Vector {
  const sums = new Map<string, Adjustment>();
  for (const { faction, points, deal } of adjustments) {
    const tests = deal.length === 0 ? deal : inOrder(deal);
    const place = JSON.stringify([faction, ...tests.map(({ issue, options }) => [issue, ...options])]);
    const sum = (sums.get(place)?.points ?? 0) + points;
    sums.set(place, { faction, points: sum, deal: tests });
  }
  const parts = [...sums].filter(([, { points }]) => points !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    adjustments: parts.map(([, adjustment]) => adjustment),
    key: parts.map(([place, { points }]) => `${place}${points}`).join('\n'),
  };
}

/** The same tests, in an order that does not depend on how they were written. */
function inOrder(tests: Adjustment['deal']): Adjustment['deal'] {
  return tests
    .map(({ issue, options }) => ({ issue, options: [...options].sort() }))
    .map((test) => ({ test, text: JSON.stringify([test.issue, test.options]) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ test }) => test);
}
