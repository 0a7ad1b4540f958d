import { SMALL, SMALL_FILES, scenarioOf } from '@btt/scenario/test-support';
import type { Scenario, ScenarioFile } from '@btt/scenario';

/** A text that is nowhere else, for a place where something secret stands. None is the beginning of another. */
export const canary = (place: string): string => `canary-${place}-zq7`;

export const NORTH = ['mara', 'nils', 'nora', 'farmers', 'engineers', 'border-guard'] as const;
const SOUTH = ['sela', 'simon', 'sofia', 'generals', 'old-guard', 'fishers'] as const;
export const ROLES: readonly string[] = [...NORTH, ...SOUTH, 'wire'];
/** Who may look at the table at all: its seats, those of the session who have none, and the projector. */
export const INSIDE: readonly string[] = [...ROLES, 'observer', 'listed', 'screen'];
const NORTH_TEAM = ['mara', 'nils', 'nora'];
const SOUTH_TEAM = ['sela', 'simon', 'sofia'];
const FACTIONS = [...NORTH, ...SOUTH].filter((id) => ![...NORTH_TEAM, ...SOUTH_TEAM].includes(id));

/** Something secret, and who may be told of it while the game lasts. Hosts are told everything. */
export interface Secret {
  readonly text: string;
  readonly to: readonly string[];
  /** Whether everybody of the session may read it once the debrief is open. */
  readonly opens: boolean;
}

/** In the river's YAML: what is written there, and what stands in its place. */
const WRITTEN: readonly (readonly [before: string, secret: Secret])[] = [
  // Known to those who hold it, from the beginning.
  ...(
    [
      ['The generals want war.', 'rumour-north', NORTH_TEAM],
      ['The farmers can be talked to.', 'rumour-south', SOUTH_TEAM],
      ['Calms the south while it is kept.', 'known-of-a-move', ['mara', 'nils']],
      ['One boast undoes it.', 'risk-of-a-move', ['mara', 'nils']],
      ['Nobody in the north may claim a victory.', 'summary-of-a-move', ['mara', 'nils']],
      ['Performed for the generals', 'secret-of-a-move', ['sela', 'simon']],
      ['You gave the river away.', 'attack', [...SOUTH_TEAM, 'old-guard', ...NORTH_TEAM]],
      ['The quotas are written down.', 'answer-card', SOUTH_TEAM],
      ['No guard will open the gates for ever.', 'red-line', ['border-guard']],
      ['Until the assembly you may not accept quotas.', 'limit', ['sela', 'simon']],
    ] as const
  ).map(([before, place, to]) => [before, { text: canary(place), to, opens: true }] as const),
  // Does not happen in this game: nobody learns of it, not even in the debrief.
  ...(
    [
      ['They want quiet.', 'truth-of-a-rumour'],
      ['Aides of both sides meet in secret.', 'leak-of-a-channel'],
      ['Heard in the south.', 'leak-of-a-move'],
      ['So soon?', 'event-that-needs-a-quick-deal'],
      ['The river rises', 'event-of-the-host'],
      ['Sela survives.', 'what-an-event-says'],
    ] as const
  ).map(([before, place]) => [before, { text: canary(place), to: [], opens: false }] as const),
];

/** Numbers that only one role has. */
const NUMBERS: readonly (readonly [role: string, before: string, after: (number: string) => string])[] = [
  ['mara', 'order: 1, no-agreement: 20', (number) => `order: 1, no-agreement: ${number}`],
  ['sela', 'order: 2, no-agreement: 20', (number) => `order: 2, no-agreement: ${number}`],
  [
    'farmers',
    'weight: 40, start: 0, yes: 1, no: -1, fierce: -3',
    (number) => `weight: 40, start: 0, yes: 1, no: -1, fierce: -${number}`,
  ],
];
const numberOf = (role: string): string => `70401${NUMBERS.findIndex(([one]) => one === role)}`;

/** Events that come in the second round. */
export const TO_COME: readonly (Secret & { readonly written: string })[] = [
  { written: 'The fields are dry.', text: canary('event-to-come'), to: INSIDE, opens: true },
  { written: 'The farmers are marching.', text: canary('news-to-come'), to: NORTH, opens: true },
];

function placesOf(role: string): string[] {
  const everybody = ['who', 'want', 'question', 'briefing'];
  return FACTIONS.some((id) => id === role) ? [...everybody, 'concern', 'give', 'hurt'] : everybody;
}

const DEBRIEF = ['history', 'disputes', 'questions'];

/** Everything secret that is written in the scenario, but for events to come. */
export const SECRETS: readonly Secret[] = [
  ...WRITTEN.map(([, secret]) => secret),
  ...NUMBERS.map(([role]) => ({ text: numberOf(role), to: [role], opens: true })),
  ...ROLES.flatMap((role) =>
    placesOf(role).map((place) => ({ text: canary(`${place}-of-${role}`), to: [role], opens: true })),
  ),
  ...DEBRIEF.map((place) => ({ text: canary(place), to: [], opens: true })),
  { text: canary('teaching'), to: [], opens: false },
];

function replaced(text: string, before: string, after: string): string {
  if (text.split(before).length !== 2) throw new Error(`The river does not say once: ${before}`);
  return text.replace(before, after);
}

const YAML = [
  ...WRITTEN.map(([before, { text }]) => [before, text] as const),
  ...TO_COME.map(({ written, text }) => [written, text] as const),
  ...NUMBERS.map(([role, before, after]) => [before, after(numberOf(role))] as const),
].reduce((text, [before, after]) => replaced(text, before, after), SMALL);

function roleFile(role: string): ScenarioFile {
  const of = (place: string) => `${place}: ${canary(`${place}-of-${role}`)}`;
  const stake = placesOf(role).includes('hurt')
    ? `stake: {${of('concern')}, ${of('give')}, ${of('hurt')}}\n`
    : '';
  return {
    path: `roles/${role}.md`,
    text: `---\ncard: {${of('who')}, ${of('want')}, ${of('question')}}\n${stake}---\n${canary(`briefing-of-${role}`)}\n`,
  };
}

/** The river with a canary in every secret place. */
export const FILES: readonly ScenarioFile[] = [
  { path: 'scenario.yaml', text: YAML },
  ...ROLES.map(roleFile),
  ...DEBRIEF.map((place) => ({ path: `debrief/${place}.md`, text: `- ${canary(place)}\n` })),
  { path: 'teaching.md', text: `${canary('teaching')}\n` },
];

export function canaryScenario(): Scenario {
  const places = (files: readonly ScenarioFile[]) => files.map(({ path }) => path);
  if (places(SMALL_FILES).some((path) => !places(FILES).includes(path)))
    throw new Error('A file of the river has no canary.');
  return scenarioOf(YAML, FILES.slice(1));
}
