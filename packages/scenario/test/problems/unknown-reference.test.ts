import { describe, expect, test } from 'vitest';
import { minimalBut, minimalWith, printed } from '../printed';

test('an unknown faction is told with the one that was probably meant', () => {
  expect(
    printed(minimalWith('moves:\n  praise: {kind: measure, by: west, do: [{effect: {generals: 1}}]}\n')),
  ).toEqual([
    'scenario.yaml:16:52 moves.praise.do[0].effect.generals: unknown faction `generals`; did you mean `general-staff`?',
  ]);
});

test('a role of another kind is called what it is', () => {
  const press = 'roles:\n  reuters: {kind: press}\n';
  expect(printed(minimalBut('{general-staff: 2}', '{reuters: 2}') + press)).toEqual([
    'scenario.yaml:13:26 issues.alliance.options.neutral.points.reuters: `reuters` is a role of kind press, not a faction or negotiator',
  ]);
});

test('nothing is told of references to a definition that has a mistake in it', () => {
  expect(printed(minimalBut('weight: 18', 'weight: heavy'))).toEqual([
    'scenario.yaml:9:34 factions.congress.weight: must be a whole number, not `heavy`',
  ]);
});

test('mistakes in one definition do not hide unknown references in another', () => {
  expect(
    printed(minimalBut('weight: 18', 'weight: heavy').replace('{general-staff: 2}', '{general-stuff: 2}')),
  ).toEqual([
    'scenario.yaml:9:34 factions.congress.weight: must be a whole number, not `heavy`',
    'scenario.yaml:13:26 issues.alliance.options.neutral.points.general-stuff: unknown faction or negotiator `general-stuff`; did you mean `general-staff`?',
  ]);
});

describe('every kind of reference is resolved', () => {
  const base = `moves:
  praise: {kind: statement, by: west, tags: [boast], do: [{oblige: quiet, who: west, never: {tags: [boast]}}]}
`;
  const cases: readonly [string, string, string][] = [
    [
      'side of a faction',
      minimalBut('congress: {side: west', 'congress: {side: wets'),
      '9:20 factions.congress.side: unknown side `wets`; did you mean `west`?',
    ],
    [
      'issue of a red line',
      minimalBut('start: -1}', 'start: -1, red-lines: [{deal: {aliance: [neutral]}}]}'),
      '9:69 factions.congress.red-lines[0].deal.aliance: unknown issue `aliance`; did you mean `alliance`?',
    ],
    [
      'option of a red line',
      minimalBut('start: -1}', 'start: -1, red-lines: [{deal: {alliance: [nuetral]}}]}'),
      '9:80 factions.congress.red-lines[0].deal.alliance[0]: unknown option of `alliance` `nuetral`; did you mean `neutral`?',
    ],
    [
      'faction of a rule',
      minimalBut('of: cast', 'of: cast, factions: [congres]'),
      '6:49 sides.west.rule.factions[0]: unknown faction `congres`; did you mean `congress`?',
    ],
    [
      'move of a condition',
      minimalWith(base.replace('by: west,', 'by: west, available: {taken: prais},')),
      '16:58 moves.praise.available.taken: unknown move `prais`; did you mean `praise`?',
    ],
    [
      'event of a condition',
      minimalWith(base.replace('by: west,', 'by: west, available: {after: gate},')),
      '16:58 moves.praise.available.after: unknown trigger `gate`',
    ],
    [
      'obligation of a condition',
      minimalWith(base.replace('by: west,', 'by: west, cases: [{when: {kept: quite}, do: []}],')),
      '16:61 moves.praise.cases[0].when.kept: unknown obligation `quite`; did you mean `quiet`?',
    ],
    [
      'obligation that an effect lasts for',
      minimalWith(base.replace('do: [', 'do: [{effect: {congress: 1}, until: {obligation: silence}}, ')),
      '16:103 moves.praise.do[0].until.obligation: unknown obligation `silence`; known: `quiet`',
    ],
    [
      'event that an effect lasts until',
      minimalWith(base.replace('do: [', 'do: [{effect: {congress: 1}, until: {trigger: gate}}, ')),
      '16:100 moves.praise.do[0].until.trigger: unknown trigger `gate`',
    ],
    [
      'tag of an obligation',
      minimalWith(base.replace('{tags: [boast]}', '{tags: [boats]}')),
      '16:101 moves.praise.do[0].never.tags[0]: unknown tag `boats`; did you mean `boast`?',
    ],
    [
      'answered move',
      minimalWith(base.replace('by: west,', 'by: west, answers: hard-paper,')),
      '16:48 moves.praise.answers: unknown move `hard-paper`; known: `praise`',
    ],
    [
      'expected side',
      minimalWith(base.replace('by: west,', 'by: west, expects: east,')),
      '16:48 moves.praise.expects: unknown side `east`; known: `west`',
    ],
    [
      'invited move',
      minimalWith(base.replace('by: west,', 'by: west, invites: [press],')),
      '16:49 moves.praise.invites[0]: unknown move `press`; known: `praise`',
    ],
    [
      'delivered issue and option',
      minimalWith('triggers:\n  flood: {at: host, do: [{deliver: {alliance: netural}}]}\n'),
      '16:47 triggers.flood.do[0].deliver.alliance: unknown option of `alliance` `netural`; did you mean `neutral`?',
    ],
    [
      'holder of a criticism',
      minimalWith('criticisms:\n  weak: {side: west, text: Weak., held-by: congres}\n'),
      '16:44 criticisms.weak.held-by: unknown faction `congres`; did you mean `congress`?',
    ],
    [
      'faction of a rumour',
      minimalWith('rumours:\n  - {to: west, about: congres, text: They say so.}\n'),
      '16:23 rumours[0].about: unknown faction `congres`; did you mean `congress`?',
    ],
    [
      'owner of an interaction',
      minimalWith('interactions:\n  - {of: congres, deal: {alliance: member}, points: 1}\n'),
      '16:10 interactions[0].of: unknown faction or negotiator `congres`; did you mean `congress`?',
    ],
    [
      'issue of an incompatible set',
      minimalWith('incompatible:\n  - {alliance: neutral, allaince: member}\n'),
      '16:25 incompatible[0].allaince: unknown issue `allaince`; did you mean `alliance`?',
    ],
    [
      'historic option',
      minimalWith('historic: {deal: {alliance: nutral}}\n'),
      '15:29 historic.deal.alliance: unknown option of `alliance` `nutral`; did you mean `neutral`?',
    ],
    [
      'historic move',
      minimalWith('historic: {deal: {alliance: neutral}, moves: [prais]}\n'),
      '15:47 historic.moves[0]: unknown move `prais`',
    ],
  ];
  test.each(cases)('%s', (_, yaml, line) => {
    expect(printed(yaml)).toEqual([`scenario.yaml:${line}`]);
  });
});
