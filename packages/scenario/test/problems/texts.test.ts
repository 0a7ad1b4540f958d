import { expect, test } from 'vitest';
import { MINIMAL, minimalBut, minimalWith, printed } from '../printed';

test('a briefing that belongs to no role is told, with the role that was probably meant', () => {
  expect(printed(MINIMAL, [{ path: 'roles/general-stuff.md', text: 'You are.' }])).toEqual([
    'roles/general-stuff.md:1:1: there is no role `general-stuff`; did you mean `general-staff`?',
  ]);
  expect(printed(MINIMAL, [{ path: 'debrief/histroy.md', text: 'It was.' }])).toEqual([
    'debrief/histroy.md:1:1: is no file of a scenario; did you mean `debrief/history.md`?',
  ]);
});

test('mistakes in the front matter are told in the briefing file', () => {
  const text = '---\ncard: {who: You., wants: Peace., question: Why?}\n---\n## Who you are\n';
  expect(printed(MINIMAL, [{ path: 'roles/congress.md', text }])).toEqual([
    'roles/congress.md:2:19 card.wants: unknown key `wants`; did you mean `want`?',
  ]);
  expect(printed(MINIMAL, [{ path: 'roles/congress.md', text: '---\ncard: {who: You.\n---\n' }])).toEqual([
    'roles/congress.md:3:1: flow map in block collection must be sufficiently indented and end with a }',
  ]);
});

test('a private text is written in one place', () => {
  const text = 'From the file.';
  expect(
    printed(minimalBut('start: -1', 'start: -1, briefing: From the scenario.'), [
      { path: 'roles/congress.md', text },
    ]),
  ).toEqual([
    'scenario.yaml:9:49 factions.congress.briefing: the briefing is also in roles/congress.md; keep one of the two',
  ]);
});

test('a playable scenario is warned of roles without private texts, and of cards that are too long', () => {
  const long = `---\ncard: {who: ${'word '.repeat(61)}, want: w, question: q}\n---\nYou are.`;
  const files = ['baker', 'congress'].map((id) => ({
    path: `roles/${id}.md`,
    text: id === 'baker' ? long : 'You are.',
  }));
  expect(printed(minimalWith('roles:\n  baker: {kind: negotiator, side: west}\n'), files)).toEqual([
    'scenario.yaml:8:3 factions.general-staff: has no card, no stake, no briefing: write roles/general-staff.md',
    'scenario.yaml:9:3 factions.congress: has no card, no stake: write roles/congress.md',
    'scenario.yaml:16:3 roles.baker: its card has 63 words; at most 60 can be read at a glance',
  ]);
});
