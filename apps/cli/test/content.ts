import type { Role, Scenario } from '@btt/scenario';

const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)).length;

/** What a scenario of the library still lacks, one sentence each. A scenario that somebody writes at home may be smaller. */
export function gaps(scenario: Scenario): string[] {
  return [
    ...scenario.roles.flatMap(gapsOfRole),
    ...gapsOfContent(scenario),
    ...gapsOfDebrief(scenario),
    ...gapsOfNote(scenario.teaching),
  ];
}

function gapsOfRole({ id, kind, card, stake, briefing }: Role): string[] {
  const words = countWords(briefing);
  const cardWords = countWords(Object.values(card ?? {}).join(' '));
  return [
    ...(words < 150 || words > 450 ? [`the briefing of ${id} has ${words} words`] : []),
    ...(card === null ? [`${id} has no card`] : []),
    ...(cardWords > 60 ? [`the card of ${id} has ${cardWords} words`] : []),
    ...(kind === 'faction' && stake === null ? [`${id} has no stake`] : []),
  ];
}

function gapsOfContent(scenario: Scenario): string[] {
  const { moves, factions, triggers, rumours, criticisms, balance, sides } = scenario;
  const ofKind = (kind: string) => moves.filter((move) => move.kind === kind).length;
  const least: readonly (readonly [string, number, number])[] = [
    ['measures', ofKind('measure'), 5],
    ['lines for statements', ofKind('statement'), 5],
    ['events', triggers.length, 5],
    ['rumours that are true', rumours.filter((one) => one.true).length, 3],
    ['rumours that are false', rumours.filter((one) => !one.true).length, 3],
    ['rows of balance', balance.length, 3],
    ['sources', scenario.sources.length, 2],
    ['devices', scenario.devices.length, 3],
  ];
  return [
    ...least.filter(([, found, wanted]) => found < wanted).map(([what, found]) => `${found} ${what}`),
    ...factions
      .filter(({ id }) => moves.filter((move) => move.kind === 'faction' && move.by.includes(id)).length < 2)
      .map(({ id }) => `${id} has fewer than two moves of its own`),
    ...sides
      .filter(({ id }) => criticisms.filter((one) => one.side === id).length < 2)
      .map(({ id }) => `the speech of ${id} has fewer than two attacks to foresee`),
    ...criticisms.filter((one) => one.answers.length === 0).map(({ id }) => `nothing answers ${id}`),
    ...triggers.filter((one) => one.text === '' || one.headline === '').map(({ id }) => `${id} has no text`),
    ...(scenario.historic === null || scenario.historic.moves.length === 0 ? ['no historic outcome'] : []),
    ...(scenario.licence === '' ? ['no licence'] : []),
    ...(countWords(scenario.summary) < 60 ? ['hardly a summary'] : []),
  ];
}

function gapsOfDebrief({ debrief }: Scenario): string[] {
  const asked = debrief.questions.filter((one) => one.includes('?')).length;
  return [
    ...(countWords(debrief.history) < 150 ? ['no history to tell afterwards'] : []),
    ...(countWords(debrief.disputes) < 100 ? ['nothing about what is disputed'] : []),
    ...(asked < 6 ? [`${asked} questions to talk about`] : []),
  ];
}

/** What a teacher looks for in a note: the headings of its parts. */
const PARTS = {
  goals: /goals|teaches/i,
  time: /^tim(?:e|ing)/i,
  players: /players|seats/i,
  pitfalls: /pitfalls/i,
  debrief: /look for/i,
};

function gapsOfNote(note: string): string[] {
  const [, ...sections] = `\n${note}`.split(/\n## /);
  const headed = (pattern: RegExp) => sections.find((one) => pattern.test(one.split('\n')[0] ?? ''));
  const time = headed(PARTS.time) ?? '';
  return [
    ...Object.entries(PARTS)
      .filter(([, pattern]) => headed(pattern) === undefined)
      .map(([part]) => `the teaching note says nothing about ${part}`),
    ...['50', '75', '180']
      .filter((minutes) => !new RegExp(`(?<!\\d)${minutes}(?!\\d)`).test(time))
      .map((minutes) => `the teaching note has no timing for ${minutes} minutes`),
    ...(/autopilot/.test(headed(PARTS.players) ?? '')
      ? []
      : ['the teaching note does not say what a small class does']),
  ];
}
