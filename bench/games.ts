import type { RefereeScenario } from '@btt/referee';

/**
 * An additive game of eight factions on two sides. Points, weights and starting stances are made up by a fixed rule and lie as close together
 * as those of people's games; nothing in it can be guessed early, as no issue matters much more than another.
 */
export function additiveGame(issues: number, options: number): RefereeScenario {
  let state = 20_260_101;
  const number = (least: number, most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return least + ((state >>> 8) % (most - least + 1));
  };
  const choices = Array.from({ length: options }, (_, at) => `option-${at}`);
  const names = Array.from({ length: issues }, (_, at) => `issue-${at}`);
  const factions = Array.from({ length: 8 }, (_, at) => ({
    id: `faction-${at}`,
    side: at < 4 ? 'east' : 'west',
    weight: number(1, 9),
    start: number(-3, 3),
    yes: 1,
    no: -1,
    fierce: -6,
    judgement: 1,
    reputation: 'undecided' as const,
    points: Object.fromEntries(
      names.map((issue) => [issue, Object.fromEntries(choices.map((option) => [option, number(-5, 5)]))]),
    ),
    redLines: [],
    resists: [],
    noAgreement: 0,
  }));
  const side = (id: string) => ({
    id,
    name: id,
    short: id,
    place: id,
    colour: 'blue' as const,
    ruleText: '',
    rule: {
      kind: 'majority' as const,
      test: 'more-than' as const,
      fraction: { numerator: 1, denominator: 2 },
      of: 'cast' as const,
      heads: false,
      factions: factions.filter((faction) => faction.side === id).map((faction) => faction.id),
    },
  });
  return {
    language: 'en',
    sides: [side('east'), side('west')],
    roles: [],
    factions,
    principals: [],
    issues: names.map((id) => ({
      id,
      name: id,
      short: id,
      question: '',
      options: choices.map((option) => ({ id: option, label: option, short: option, note: '' })),
    })),
    incompatible: [],
    interactions: [],
  };
}
