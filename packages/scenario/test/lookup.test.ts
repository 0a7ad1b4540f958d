import { expect, test } from 'vitest';
import { dealOfHistoric, factionsOfSide, indexScenario, isPossible, matchesTests, rolesOfSide } from '../src';
import { scenarioOf, smallScenario } from '../test-support';
import { MINIMAL } from './printed';

const small = smallScenario();
const index = indexScenario(small);

test('things are found by id, and unknown ids give nothing', () => {
  expect(index.side('north')?.name).toBe('Northern side');
  expect(index.role('generals')?.kind).toBe('faction');
  expect(index.faction('generals')?.weight).toBe(40);
  expect(index.issue('water')?.name).toBe('Water');
  expect(index.option('water', 'quotas')?.label).toBe('Fixed quotas');
  expect(index.trigger('assembly')?.gate).toBe(true);
  expect(index.criticism('no-fish')?.heldBy).toEqual([]);
  expect([
    index.side('constructor'),
    index.option('water', 'none'),
    index.option('', 'quotas'),
    index.move('freeze'),
  ]).toEqual([undefined, undefined, undefined, undefined]);
});

test('a side has its roles, its factions and one head', () => {
  expect(index.rolesOfSide('south').map((role) => role.id)).toEqual([
    'sela',
    'simon',
    'sofia',
    'generals',
    'old-guard',
    'fishers',
  ]);
  expect(index.factionsOfSide('south').map((faction) => faction.id)).toEqual([
    'generals',
    'old-guard',
    'fishers',
  ]);
  expect(index.headOfSide('south')?.id).toBe('sela');
  expect(rolesOfSide(small, 'south')).toEqual(index.rolesOfSide('south'));
  expect(factionsOfSide(small, 'south')).toEqual(index.factionsOfSide('south'));
  expect([index.rolesOfSide('east'), index.headOfSide('east')]).toEqual([[], undefined]);
});

test('a deal matches when every test finds one of its options; an open issue matches nothing', () => {
  const tests = [
    { issue: 'water', options: ['free', 'quotas'] },
    { issue: 'dam', options: ['built'] },
  ];
  expect(matchesTests({ water: 'quotas', dam: 'built', fund: null }, tests)).toBe(true);
  expect(matchesTests({ water: 'upstream', dam: 'built' }, tests)).toBe(false);
  expect(matchesTests({ water: 'free', dam: null }, tests)).toBe(false);
  expect(matchesTests({}, [])).toBe(true);
});

test('incompatible options do not stand in one deal', () => {
  expect(isPossible(small, { water: 'upstream', dam: 'dropped', fund: 'none' })).toBe(false);
  expect(isPossible(small, { water: 'upstream', dam: 'built', fund: 'none' })).toBe(true);
});

test('history is a complete deal, where there is one', () => {
  expect(dealOfHistoric(small)).toEqual({ water: 'quotas', dam: 'delayed', fund: 'small' });
  expect(dealOfHistoric(scenarioOf(MINIMAL))).toBeNull();
});
