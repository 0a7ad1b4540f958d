import { describe, expect, it } from 'vitest';
import { briefFor, card } from '../src';
import { RIVER } from './table';

const ROLES = RIVER.scenario.roles.map((role) => role.id);
const privateOf = (role: string) => [
  `only-${role}-knows`,
  `wish-of-${role}`,
  `question-of-${role}`,
  `concern-of-${role}`,
  `gift-of-${role}`,
  `hurt-of-${role}`,
];

describe('what the scenario says to a viewer', () => {
  it.each(ROLES)('[S4] gives %s its own dossier and nothing private of anybody else', (role) => {
    const text = JSON.stringify(briefFor(RIVER, { kind: 'seat', role }));
    expect(text).toContain(`only-${role}-knows`);
    for (const other of ROLES.filter((one) => one !== role)) {
      for (const secret of privateOf(other)) expect(text).not.toContain(`${secret}.`);
      expect(text.includes(`only-${other}-knows`)).toBe(false);
    }
  });

  it('[S5] says nothing private to the host’s screen, to observers, in the library, or in the public part', () => {
    const texts = [
      briefFor(RIVER, { kind: 'screen' }),
      briefFor(RIVER, { kind: 'observer' }),
      card(RIVER.scenario),
    ].map((one) => JSON.stringify(one));
    for (const text of texts) {
      for (const role of ROLES) for (const secret of privateOf(role)) expect(text).not.toContain(secret);
      expect(text).not.toContain('heldBy');
      expect(text).not.toContain('redLines');
    }
  });

  it('[S5, U2] tells a whole team what its own speech may be attacked for, and a faction only what it holds itself', () => {
    const attacksOf = (role: string) =>
      (briefFor(RIVER, { kind: 'seat', role }).own?.criticisms ?? []).map(
        ({ id, answers }) => [id, answers.length > 0] as const,
      );
    const south = ['gave-away', 'sold-out', 'no-fish'];
    for (const role of ['sela', 'simon', 'sofia'])
      expect(attacksOf(role)).toEqual(south.map((id) => [id, true]));
    expect(attacksOf('generals')).toEqual([['sold-out', false]]);
    expect(attacksOf('fishers')).toEqual([]);
    expect(attacksOf('wire')).toEqual([]);
  });

  it('[S5] never says which factions hold an attack, what a rumour is worth, or what a move does in numbers', () => {
    for (const role of ROLES) {
      const text = JSON.stringify(briefFor(RIVER, { kind: 'seat', role }));
      for (const hidden of [
        'heldBy',
        '"truth"',
        '"cases"',
        '"always"',
        '"do"',
        '"stacking"',
        'They want quiet',
      ])
        expect(text).not.toContain(hidden);
    }
  });
});
