import type { Role, Rumour, Scenario } from '@btt/scenario';
import { bad, type Check, good, warn } from './checks';

/** Words a minute that somebody reads who must understand them. */
const PACE = 200;

/** A phrase of fewer words is too common to be a secret. */
const SHORTEST = 4;

/** What players read: enough time for it, and nothing of another's secrets. */
export function checkTexts(scenario: Scenario): Check[] {
  if (scenario.roles.every((role) => role.briefing === '')) return [];
  return [readingTime(scenario), secrets(scenario), ...rumours(scenario.rumours)];
}

function readingTime({ roles, table }: Scenario): Check {
  const words = (role: Role) =>
    countWords(
      [role.briefing, ...Object.values(role.card ?? {}), ...Object.values(role.stake ?? {})].join(' '),
    );
  const longest = roles.reduce((most, role) => Math.max(most, words(role)), 0);
  const minutes = longest / PACE;
  const sentence = `The longest briefing has ${longest} words: ${minutes.toFixed(1)} minutes of reading, and the briefing has ${table.briefing}.`;
  return (minutes <= table.briefing ? good : bad)('reading-time', sentence);
}

interface Secret {
  readonly owner: string;
  readonly phrase: string;
}

/** Red lines, concerns and what hurts, as they are written, in any text that somebody else reads. */
function secrets(scenario: Scenario): Check {
  const found = secretsOf(scenario).flatMap(({ owner, phrase }) =>
    scenario.roles
      .filter(
        (role) =>
          role.id !== owner && textsOf(scenario, role).some((text) => plain(text).includes(plain(phrase))),
      )
      .map((role) => `“${phrase}” (of ${owner}) is read by ${role.id}`),
  );
  return found.length === 0
    ? good('secrets', 'No briefing gives away a red line or a private concern of another role.')
    : bad('secrets', `Secrets of one role stand in a text of another: ${found.join('; ')}.`);
}

function secretsOf({ factions, roles }: Scenario): Secret[] {
  const lines = factions.flatMap((faction) =>
    faction.redLines.map((line) => ({ owner: faction.id, phrase: line.text })),
  );
  const stakes = roles.flatMap((role) =>
    Object.values(role.stake ?? {}).map((phrase) => ({ owner: role.id, phrase })),
  );
  return [...lines, ...stakes].filter(({ phrase }) => countWords(phrase) >= SHORTEST);
}

/** Everything that a role is given to read about itself and others. */
function textsOf(scenario: Scenario, role: Role): string[] {
  return [
    role.briefing,
    ...Object.values(role.card ?? {}),
    ...scenario.rumours.filter((rumour) => rumour.to.includes(role.id)).map((rumour) => rumour.text),
    ...scenario.moves
      .filter((move) => move.by.includes(role.id))
      .flatMap((move) => [move.summary, move.known, move.risk]),
  ];
}

function rumours(all: readonly Rumour[]): Check[] {
  if (all.length === 0) return [];
  const unexplained = all.filter((rumour) => !rumour.true && rumour.truth === '');
  const falsehoods = all.filter((rumour) => !rumour.true).length;
  const checks = [
    unexplained.length === 0
      ? good('rumours', `${all.length} rumours, ${falsehoods} of them false, each with its truth.`)
      : bad(
          'rumours',
          `False rumours that do not say what is true: ${unexplained.map((one) => `“${one.text}”`).join(', ')}.`,
        ),
  ];
  const long = all.filter((rumour) => sentences(rumour.text) > 2);
  if (long.length > 0)
    checks.push(
      warn(
        'rumours',
        `${long.length} rumours hold several sentences under one mark: split them where one could be true and another false.`,
      ),
    );
  return checks;
}

const countWords = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;
const sentences = (text: string) => text.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '').length;
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
