import type { Rule } from '@btt/scenario';
import { describe, expect, it } from 'vitest';
import { createReferee } from '../src';
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
});
