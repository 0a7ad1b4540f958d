import { SMALL, SMALL_FILES, scenarioOf } from '@btt/scenario/test-support';
import { beforeAll, describe, expect, it } from 'vitest';
import { createGame, type Game } from '../../src';
import { bargainingTable, refusalOf, type TestTable } from '../table';
import { changes, factsOf, make, shipped } from './scenes';

const games = new Map<string, Game>();
beforeAll(async () => {
  for (const id of ['german-reunification', 'bonn-summit-1978', 'barricade', 'all-night-labour-contract'])
    games.set(id, await shipped(id));
});

/** A table of a shipped scenario in a round, with no luck for anybody’s leaks unless it is said. */
function at(scenario: string, round: number, luck = 0.99): TestTable {
  const table = bargainingTable({ game: games.get(scenario) ?? bargainingTable().game, luck });
  for (let now = 1; now < round; now++) table.clock();
  return table;
}

/** Points that a move gives to factions of the mover’s own side, and to others. */
function reach(table: TestTable, points: Readonly<Record<string, number>>, side: string) {
  const of = (own: boolean) =>
    Object.entries(points)
      .filter(([faction]) => (table.game.index.faction(faction)?.side === side) === own)
      .reduce((sum, [, one]) => sum + one, 0);
  return { home: of(true), abroad: of(false) };
}

describe('making the counterpart look good', () => {
  it('[D2] raises the counterpart with its own people, at little cost at home', () => {
    const table = at('bonn-summit-1978', 1);
    const praise = changes(table, () => make(table, 'schmidt', 'praise-us-programme'));
    expect(praise).toEqual({ 'home-advisers': 1, internationalists: 1 });
    const night = at('all-night-labour-contract', 1);
    const shirt = changes(night, () => make(night, 'achterberg', 'driven-too-far'));
    expect(reach(night, shirt, 'management')).toEqual({ home: -1, abroad: 2 });
  });
});

describe('a costless pledge', () => {
  it('[D8] is worth more abroad than it costs, and the giver is told neither figure', () => {
    const table = at('german-reunification', 1);
    const letter = changes(table, () => make(table, 'kohl', 'letter-of-respect'));
    expect(reach(table, letter, 'west')).toEqual({ home: -1, abroad: 3 });
    expect(table.view('kohl').effects).toEqual([]);
    const door = at('barricade', 1);
    expect(changes(door, () => make(door, 'negotiator', 'a-clean-shirt')).pride).toBe(1);
  });
});

describe('a letter from the top', () => {
  it('[D15] is strong when the other side wished for it, weak when it did not, and there is only one', () => {
    const wished = at('german-reunification', 1);
    make(wished, 'tarasenko', 'advise-a-letter');
    const strong = changes(wished, () => make(wished, 'bush', 'letter-from-the-top'));
    expect(strong).toEqual({ 'general-staff': 1, reformers: 1 });
    const alone = at('german-reunification', 1);
    expect(changes(alone, () => make(alone, 'bush', 'letter-from-the-top'))).toEqual({ reformers: 1 });
    const again = alone.seat('bush', { type: 'move', move: 'letter-from-the-top' });
    expect(refusalOf(again)).toBe('used-up');
  });
});

describe('telling what restraint costs', () => {
  it('[D17] is possible once there is restraint, and earns trust abroad', () => {
    const table = at('german-reunification', 1);
    const tell = { type: 'move', move: 'tell-restraint' } as const;
    expect(refusalOf(table.seat('bush', tell))).toBe('not-available');
    make(table, 'bush', 'no-gloating');
    expect(changes(table, () => make(table, 'bush', 'tell-restraint'))).toEqual({ reformers: 1 });
  });

  it('[D17] sounds like mockery when somebody has boasted in the meantime', () => {
    const table = at('german-reunification', 1);
    make(table, 'bush', 'no-gloating');
    make(table, 'kohl', 'dance-on-the-wall');
    expect(changes(table, () => make(table, 'bush', 'tell-restraint'))).toEqual({ reformers: -1 });
  });
});

describe('an advance draft', () => {
  it('[D25] puts the counterpart a step ahead, and reaches nobody but those who may know', () => {
    const table = at('german-reunification', 3);
    const points = changes(table, () => make(table, 'baker', 'advance-draft'));
    expect(points).toEqual({ 'general-staff': 1, 'party-conservatives': 1, reformers: 1 });
    const draft = table.desk().moves.at(-1)?.id;
    expect(table.view('allied-capitals').moves.some((made) => made.id === draft)).toBe(false);
  });

  it('[D25] leaks far less easily when the text was kept among the leaders', () => {
    const oddsOf = (closeHeld: boolean) => {
      const table = at('german-reunification', 3);
      if (closeHeld) make(table, 'baker', 'leaders-only-text');
      make(table, 'bush', 'advance-draft');
      return factsOf(table, 'draw-pending').at(-1)?.odds;
    };
    expect([oddsOf(true), oddsOf(false)]).toEqual(['1/12', '1/3']);
  });

  it('[D25] can double what is done in public later, where the scenario says so', () => {
    const source = SMALL.replace(
      'moves:\n',
      `moves:
  send-text:
    kind: measure
    name: Send the text ahead
    by: mara
    cost: 0
    audience: [mara, sela]
  declaration:
    kind: measure
    name: Declare it in public
    by: mara
    cost: 0
    cases:
      - {when: {taken: send-text}, do: [{effect: {old-guard: 2}}]}
      - {do: [{effect: {old-guard: 1}}]}
`,
    );
    const game = createGame(scenarioOf(source, SMALL_FILES), 'advance');
    const ahead = bargainingTable({ game });
    make(ahead, 'mara', 'send-text');
    expect(changes(ahead, () => make(ahead, 'mara', 'declaration'))).toEqual({ 'old-guard': 2 });
    const cold = bargainingTable({ game });
    expect(changes(cold, () => make(cold, 'mara', 'declaration'))).toEqual({ 'old-guard': 1 });
  });

  it('[D25] makes what NATO says in public later count double at the Congress', () => {
    const heard = (ahead: boolean) => {
      const table = at('german-reunification', 4);
      make(table, 'baker', 'leaders-only-text');
      if (ahead) make(table, 'bush', 'advance-draft');
      table.clock();
      const event = factsOf(table, 'event').find((one) => one.trigger === 'london-heard');
      const desk = table.desk();
      return Object.fromEntries(
        desk.effects
          .filter((one) => desk.behind[one.id]?.cause === event?.id)
          .map((one) => [one.faction, one.points]),
      );
    };
    expect(heard(false)).toEqual({ 'party-conservatives': 1, reformers: 1 });
    expect(heard(true)).toEqual({ 'party-conservatives': 2, reformers: 2 });
  });

  it('[D25] that leaks enrages one’s own allies and the counterpart’s critics', () => {
    const table = at('german-reunification', 3, 0);
    const draft = make(table, 'baker', 'advance-draft');
    table.clock();
    const cost = table.desk().effects.filter((one) => table.desk().behind[one.id]?.cause === draft);
    const of = (faction: string) =>
      cost.filter((one) => one.faction === faction).reduce((sum, one) => sum + one.points, 0);
    expect([of('allied-capitals'), of('party-conservatives')]).toEqual([-3, -2]);
  });
});

describe('showing that resistance is futile', () => {
  it('[D26] reconciles when it is said quietly, and hardens when it is said aloud', () => {
    const quiet = at('german-reunification', 2);
    const said = changes(quiet, () => make(quiet, 'ross', 'quiet-futility'));
    expect(reach(quiet, said, 'west').abroad).toBeGreaterThan(0);
    const loud = at('german-reunification', 2);
    const shouted = changes(loud, () => make(loud, 'baker', 'loud-futility'));
    expect(reach(loud, shouted, 'west').abroad).toBeLessThan(0);
  });

  it('[D26] is spoiled by saying aloud what was said quietly before', () => {
    const table = at('german-reunification', 2);
    make(table, 'ross', 'quiet-futility');
    const after = changes(table, () => make(table, 'baker', 'loud-futility'));
    const alone = at('german-reunification', 2);
    const fresh = changes(alone, () => make(alone, 'baker', 'loud-futility'));
    expect(reach(table, after, 'west').abroad).toBeLessThan(reach(alone, fresh, 'west').abroad);
  });
});

describe('holding one’s own side to the purpose', () => {
  it('[D29] stops a dilution: the draw that would weaken the text is not made', () => {
    const summit = (rally: boolean) => {
      const table = at('german-reunification', 4, 0);
      table.seat('baker', { type: 'propose', terms: { 'nato-declaration': 'london-declaration' } });
      if (rally) make(table, 'baker', 'eyes-on-the-ball');
      table.clock();
      return {
        drawn: factsOf(table, 'drawn').some((one) => one.draw === 'staff-dilution'),
        text: table.desk().text['nato-declaration']?.option,
      };
    };
    expect(summit(true)).toEqual({ drawn: false, text: 'london-declaration' });
    expect(summit(false)).toEqual({ drawn: true, text: 'ordinary-communique' });
  });
});
