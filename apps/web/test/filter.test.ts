import type { ScenarioCard } from '@btt/protocol';
import { expect, it } from 'vitest';
import { ANYTHING, choicesOf, fitting } from '../lib/filter';

const card = (id: string, more: Partial<ScenarioCard>): ScenarioCard => ({
  id,
  title: id,
  tagline: '',
  summary: '',
  period: '',
  language: 'en',
  languages: ['en'],
  players: { min: 4, max: 30 },
  minutes: [75, 180],
  difficulty: 2,
  devices: [],
  licence: '',
  sides: [],
  table: { briefing: 9, rounds: 4, roundMinutes: 9, ratification: 8, returns: 1, ballot: 'bounded' },
  ...more,
});
const CARDS = [
  card('river', { summary: 'Two sides bargain about a **river**.', devices: ['no triumphalism'] }),
  card('barricade', {
    players: { min: 2, max: 4 },
    minutes: [10],
    difficulty: 1,
    tagline: 'Grüße aus Harlem',
  }),
];
const found = (wanted: Partial<typeof ANYTHING>) =>
  fitting(CARDS, { ...ANYTHING, ...wanted }).map(({ id }) => id);

it('a scenario is found by what is asked of it, all at once', () => {
  expect(found({})).toEqual(['river', 'barricade']);
  expect(found({ players: 4 })).toEqual(['river', 'barricade']);
  expect(found({ players: 3 })).toEqual(['barricade']);
  expect(found({ minutes: 50 })).toEqual(['barricade']);
  expect(found({ difficulty: 2 })).toEqual(['river']);
  expect(found({ device: 'no triumphalism' })).toEqual(['river']);
  expect(found({ language: 'de' })).toEqual([]);
  expect(found({ players: 3, difficulty: 2 })).toEqual([]);
});

it('words are found in any order, without regard to capitals and accents', () => {
  expect(found({ text: '  RIVER bargain ' })).toEqual(['river']);
  expect(found({ text: 'grusse' })).toEqual([]);
  expect(found({ text: 'gruße harlem' })).toEqual(['barricade']);
  expect(found({ text: 'triumph' })).toEqual(['river']);
});

it('choices are listed once each', () => {
  expect(choicesOf(['b', 'a', 'b'])).toEqual(['a', 'b']);
});
