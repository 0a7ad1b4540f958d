import type { Role, Rumour, Scenario } from '@btt/scenario';
import { messagesFor } from '../words/language';
import type { Messages } from '../words/messages';
import { bad, type Check, good, warn } from './checks';

/** Words a minute that somebody reads who must understand them. */
const PACE = 200;

/** A phrase of fewer words is too common to be a secret. */
const SHORTEST = 4;

/** What players read: enough time for it, and nothing of another's secrets. */
export function checkTexts(scenario: Scenario): Check[] {
  if (scenario.roles.every((role) => role.briefing === '')) return [];
  return [
    readingTime(scenario),
    secrets(scenario),
    ...rumours(scenario.rumours, messagesFor(scenario.language)),
  ];
}

function readingTime({ roles, table, language }: Scenario): Check {
  const words = (role: Role) =>
    countWords(
      [role.briefing, ...Object.values(role.card ?? {}), ...Object.values(role.stake ?? {})].join(' '),
    );
  const longest = roles.reduce((most, role) => Math.max(most, words(role)), 0);
  const minutes = longest / PACE;
  const sentence = messagesFor(language).readingTime(longest, minutes.toFixed(1), table.briefing);
  return (minutes <= table.briefing ? good : bad)('reading-time', sentence);
}

interface Secret {
  readonly owner: string;
  readonly phrase: string;
}

/** Red lines, concerns and what hurts, as they are written, in any text that somebody else reads. */
function secrets(scenario: Scenario): Check {
  const say = messagesFor(scenario.language);
  const found = secretsOf(scenario).flatMap(({ owner, phrase }) =>
    scenario.roles
      .filter(
        (role) =>
          role.id !== owner && textsOf(scenario, role).some((text) => plain(text).includes(plain(phrase))),
      )
      .map((role) => say.secretReadBy(phrase, owner, role.id)),
  );
  return found.length === 0
    ? good('secrets', say.noSecretGiven())
    : bad('secrets', say.secretsGiven(found.join('; ')));
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

function rumours(all: readonly Rumour[], say: Messages): Check[] {
  if (all.length === 0) return [];
  const unexplained = all.filter((rumour) => !rumour.true && rumour.truth === '');
  const falsehoods = all.filter((rumour) => !rumour.true).length;
  const checks = [
    unexplained.length === 0
      ? good('rumours', say.rumours(all.length, falsehoods))
      : bad('rumours', say.rumoursWithoutTruth(unexplained.map((one) => `“${one.text}”`).join(', '))),
  ];
  const long = all.filter((rumour) => sentences(rumour.text) > 2);
  if (long.length > 0) checks.push(warn('rumours', say.longRumours(long.length)));
  return checks;
}

const countWords = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;
const sentences = (text: string) => text.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '').length;
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
