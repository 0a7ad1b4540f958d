import { expect, test } from 'vitest';
import { minimalBut, minimalWith, printed } from '../printed';

const seats = (roles: string) =>
  printed(minimalWith(`roles:\n${roles}`)).filter((one) => !one.includes('briefing'));

test('a faction votes no below its yes, and is fierce below its no', () => {
  expect(printed(minimalBut('start: -4', 'start: -4, yes: 1, no: 1, fierce: 2'))).toEqual([
    'scenario.yaml:8:66 factions.general-staff.no: `no` (1) must be less than `yes` (1)',
    'scenario.yaml:8:77 factions.general-staff.fierce: `fierce` (2) must not be more than `no` (1)',
  ]);
});

test('exactly one negotiator initials for a side', () => {
  expect(seats('  baker: {kind: negotiator, side: west}\n  bush: {kind: negotiator, side: west}\n')).toEqual([
    'scenario.yaml:5:3 sides.west: nobody initials for this side: write `initials: true` at one negotiator',
  ]);
  expect(
    seats(
      '  baker: {kind: negotiator, side: west, initials: true}\n  bush: {kind: negotiator, side: west, initials: true}\n',
    ),
  ).toEqual(['scenario.yaml:17:50 roles.bush.initials: `baker` already initials for this side']);
  expect(
    seats('  baker: {kind: negotiator, side: west}\n  ross: {kind: aide, side: west, initials: true}\n'),
  ).toContain('scenario.yaml:17:44 roles.ross.initials: only a negotiator can initial');
});

test('the press belongs to no side, everybody else to one', () => {
  expect(seats('  reuters: {kind: press, side: west}\n  ross: {kind: aide}\n')).toEqual([
    'scenario.yaml:16:32 roles.reuters.side: the press belongs to no side',
    'scenario.yaml:17:3 roles.ross.side: `side` is missing',
  ]);
});

test('only negotiators and factions have points', () => {
  expect(seats('  reuters: {kind: press, no-agreement: 3}\n')).toEqual([
    'scenario.yaml:16:40 roles.reuters.no-agreement: only negotiators and factions have points',
  ]);
});

test('points are written once for an option', () => {
  expect(printed(minimalBut('start: -1', 'start: -1, points: {alliance: {member: 3}}'))).toEqual([
    'scenario.yaml:9:69 factions.congress.points.alliance.member: points of `congress` for `alliance: member` are written twice',
  ]);
});

test('an issue needs an option, and two where it is to be negotiated', () => {
  const one = minimalBut('      member: {points: {general-staff: -2, congress: 2}}\n', '');
  expect(printed(one)).toEqual([]);
  expect(printed(`${one}roles:\n  baker: {kind: negotiator, side: west}\n`)).toEqual([
    'scenario.yaml:12:5 issues.alliance.options: needs at least 2 options, has 1',
  ]);
  expect(printed(minimalWith('  money: {options: {}}\n'))).toEqual([
    'scenario.yaml:15:11 issues.money.options: needs at least 1 option, has 0',
  ]);
});

test('history must be a complete deal that the scenario allows', () => {
  const second = `  money:
    options:
      much: {points: {congress: -1}}
      little: {points: {congress: 1}}
`;
  expect(printed(minimalWith(`${second}historic: {deal: {alliance: neutral}}\n`))).toEqual([
    'scenario.yaml:19:12 historic.deal: says nothing of `money`',
  ]);
  const rest =
    'incompatible: [{alliance: neutral, money: much}]\nhistoric: {deal: {alliance: neutral, money: much}}\n';
  expect(printed(minimalWith(`${second}${rest}`))).toEqual([
    'scenario.yaml:20:12 historic.deal: holds options that are declared incompatible',
  ]);
});

test('incompatible options are those of two issues', () => {
  expect(printed(minimalWith('incompatible: [{alliance: neutral}]\n'))).toEqual([
    'scenario.yaml:15:16 incompatible[0]: names only one issue: leave the option out instead',
  ]);
});

test('a criticism is held by factions of the side that is criticised', () => {
  const east = minimalBut('factions:\n', '  east: {}\nfactions:\n  kgb: {side: east}\n');
  expect(printed(`${east}criticisms:\n  weak: {side: west, text: Weak., held-by: [kgb]}\n`)).toEqual([
    'scenario.yaml:18:45 criticisms.weak.held-by[0]: `kgb` is a faction of `east`, not of `west`',
  ]);
});

test('a rumour about a range says whose support it guesses', () => {
  expect(printed(minimalWith('rumours:\n  - {to: west, text: Hm., range: [2, -2]}\n'))).toEqual([
    'scenario.yaml:16:34 rumours[0].range: the lower end 2 is above the upper end -2',
    'scenario.yaml:16:34 rumours[0].range: a range needs `about`: whose support it guesses',
  ]);
});

test('a back channel has two ends', () => {
  expect(printed(minimalWith('channels:\n  quiet: {members: [congress]}\n'))).toEqual([
    'scenario.yaml:16:20 channels.quiet.members: a back channel needs at least two roles',
  ]);
});

test('a rule asks for no more than there is', () => {
  expect(
    printed(minimalBut('{more-than: 1/2, of: cast}', '{k: 3, of-rules: [unanimity, {quota: 41}]}')),
  ).toEqual(['scenario.yaml:6:15 sides.west.rule.k: asks for 3 of 2 rules']);
  expect(printed(minimalBut('{more-than: 1/2, of: cast}', '{quota: 41}'))).toEqual([
    'scenario.yaml:6:19 sides.west.rule.quota: can never be reached: all together are 40',
  ]);
  expect(printed(minimalBut('of: cast', 'of: cast, factions: [congress, congress]'))).toEqual([
    'scenario.yaml:6:59 sides.west.rule.factions[1]: `congress` is named twice',
  ]);
});
