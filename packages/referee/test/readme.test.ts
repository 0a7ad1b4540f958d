import type { Rule } from '@btt/scenario';
import { describe, expect, it } from 'vitest';
import {
  attribution,
  coalitions,
  createChances,
  createReferee,
  decimalNumber,
  distanceToPassing,
  explainAttributions,
  explainDistance,
  paretoFront,
  power,
  solutionPoints,
} from '../src';
import { game, half } from './games';

const bridge = game({
  sides: {
    east: { ...half, factions: ['traders', 'ferrymen'] },
    west: {
      kind: 'all',
      rules: [
        { ...half, factions: ['council', 'soldiers'] },
        { kind: 'no-bloc', factions: ['soldiers'] },
      ],
    } satisfies Rule,
  },
  factions: [
    { id: 'traders', side: 'east', weight: 4, start: 0, points: { toll: { none: 2, low: 1, high: -2 } } },
    {
      id: 'ferrymen',
      side: 'east',
      weight: 3,
      start: -1,
      points: { toll: { none: -2, low: 0, high: 2 }, guard: { joint: 1 } },
    },
    { id: 'council', side: 'west', weight: 3, start: 0, points: { toll: { none: -1, low: 1, high: 2 } } },
    { id: 'soldiers', side: 'west', weight: 2, start: -1, points: { guard: { west: 2, joint: -2 } } },
  ],
  issues: { toll: ['none', 'low', 'high'], guard: ['west', 'joint'] },
  names: { soldiers: 'The soldiers' },
});

const referee = createReferee({
  ...bridge,
  sides: bridge.sides.map((side) => ({ ...side, place: `the ${side.id}` })),
});

/** Supports of traders, ferrymen, council, soldiers; then yes, no and result of the east and of the west. */
const TABLE = [
  ['none', 'west', [2, -3, -1, 1], [4, 3, true], [2, 3, false]],
  ['none', 'joint', [2, -2, -1, -3], [4, 3, true], [0, 5, false]],
  ['low', 'west', [1, -1, 1, 1], [4, 3, true], [5, 0, true]],
  ['low', 'joint', [1, 0, 1, -3], [4, 0, true], [3, 2, false]],
  ['high', 'west', [-2, 1, 2, 1], [3, 4, false], [5, 0, true]],
  ['high', 'joint', [-2, 2, 2, -3], [3, 4, false], [3, 2, false]],
] as const;

describe('the example in the README', () => {
  it.each(TABLE)('comes out for toll %s and guard %s', (toll, guard, supports, east, west) => {
    const found = referee.verdict({ toll, guard }, []);
    expect(found.factions.map((one) => one.support)).toEqual(supports);
    expect(found.sides.map(({ yes, no, passes }) => [yes, no, passes])).toEqual([east, west]);
  });

  it('has the win-sets, sentence and margins that it tells', () => {
    const sizes = (east: number, west: number, joint: number) => ({
      kind: 'exact',
      deals: 6,
      sides: [
        { side: 'east', count: east },
        { side: 'west', count: west },
      ],
      joint,
    });
    expect(referee.counts([])).toEqual(sizes(4, 2, 1));
    const drill = { faction: 'soldiers', points: 1, deal: [{ issue: 'guard', options: ['joint'] }] };
    expect(referee.counts([drill])).toEqual(sizes(4, 4, 2));
    const { sides } = referee.verdict({ toll: 'low', guard: 'joint' }, []);
    expect(sides[1]?.sentence).toBe(
      'Refused in the west, 3 to 2: the fierce opposition of the soldiers alone blocks it.',
    );
    expect(sides.map((side) => side.margin)).toEqual([0, -1]);
  });

  it('has the powers, the front and the solution points that it tells', () => {
    expect(coalitions(bridge, 'east')).toMatchObject({ dictators: ['traders'], dummies: ['ferrymen'] });
    expect(coalitions(bridge, 'west')).toMatchObject({ minimalBlocking: [['council'], ['soldiers']] });
    const shares = (side: string) => {
      const found = power(bridge, side);
      return found.kind === 'exact' ? found.players.map((one) => decimalNumber(one.banzhaf)) : null;
    };
    expect([shares('east'), shares('west')]).toEqual([
      [1, 0],
      [0.5, 0.5],
    ]);
    const parties = ['traders', 'council'];
    const front = paretoFront(bridge, { parties });
    expect(front.kind === 'exact' && front.points.map(({ values, count }) => [values, count])).toEqual([
      [[2, -1], 2n],
      [[1, 1], 2n],
      [[-2, 2], 2n],
    ]);
    const found = solutionPoints(bridge, { parties });
    const picks = found.kind === 'exact' ? [found.nash, found.kalaiSmorodinsky, found.egalitarian] : [];
    for (const one of picks)
      expect(one.kind === 'found' && one.deals.map((deal) => deal.values)).toEqual([
        [1, 1],
        [1, 1],
      ]);
  });

  it('has the distance, the shares and the chances that it tells', () => {
    const scenario = { ...bridge, sides: bridge.sides.map((side) => ({ ...side, place: `the ${side.id}` })) };
    const deal = { toll: 'low', guard: 'joint' };
    expect(explainDistance(scenario, 'west', distanceToPassing(scenario, 'west', deal, []))).toBe(
      'The west was 1 point short: 1 point for the soldiers would have carried it.',
    );
    const causes = ['The drill', 'The band'].map((name) => ({
      id: name,
      name,
      adjustments: [{ faction: 'soldiers', points: 1, deal: [] }],
    }));
    const shared = attribution(scenario, deal, [], { causes });
    const west = shared.sides[1];
    expect(west?.shares.map((one) => decimalNumber(one.shapley))).toEqual([0.5, 0.5]);
    expect(west?.pairs.map((pair) => pair.dividend)).toEqual([-1]);
    expect(explainAttributions(scenario, shared, causes).sides[1]?.details.at(-1)?.text).toBe(
      'The drill and the band partly did the same work in the west: together they did less than each alone, added up (−1).',
    );
    const chances = createChances(scenario)(deal, [], 1);
    if (!('sides' in chances)) throw new Error('too large');
    const told = [...chances.sides.map((side) => side.chance), chances.joint, chances.factions[0]?.yes ?? 0];
    expect(told.map((one) => one.toFixed(2))).toEqual(['0.77', '0.21', '0.16', '0.69']);
  });
});
