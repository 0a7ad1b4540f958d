import type { PlayabilityMessages } from './playability-messages';

const vote = (passes: boolean) => (passes ? 'ratifies' : 'refuses');

export const enPlayability: PlayabilityMessages = {
  tooManyDeals: () => 'There are too many deals to count the win-sets.',
  helpNeeded: (count, deals) =>
    `Without measures ${count} of ${deals} deals are ratified on all sides; at most a tenth should be.`,
  withHistory: (history, all) =>
    `With the measures of history ${history} deals are ratified on all sides, with all that help ${all}.`,
  tooManySets: () => 'There are too many sets of measures to find the cheapest.',
  noSetHelps: () => 'No set of measures makes any deal ratifiable on all sides.',
  affordable: (cost, measures) =>
    `Some deal is ratified on all sides for ${cost} ${cost === 1 ? 'point' : 'points'} of capital${measures === '' ? '' : ` (${measures})`}.`,
  ownMeasuresAlone: (side, deals, enough) =>
    `With its own measures alone ${side} makes ${deals} deals ratifiable on all sides${enough ? ': as many as with everybody’s' : ''}.`,

  everyFaction: () => 'Every faction decides somewhere.',
  idleFactions: (names) => `These factions decide nothing anywhere: ${names}.`,
  quietFactions: (names) =>
    `The rule gives these factions a say, but with the others as they stand they decide nothing: ${names}.`,
  everyIssue: () => 'Every issue can change a result.',
  idleIssues: (names) => `These issues change no result: ${names}.`,
  everyMeasure: () => 'Every measure that lasts to the vote can change a result.',
  idleMeasures: (names) =>
    `These measures last to the vote and change no result by themselves, with or without the help of history: ${names}.`,
  noneDominant: () => 'No option is best for everybody.',
  dominant: (names) => `Best for everybody, so that there is nothing to bargain about: ${names}.`,

  readingTime: (words, minutes, briefing) =>
    `The longest briefing has ${words} words: ${minutes} minutes of reading, and the briefing has ${briefing}.`,
  noSecretGiven: () => 'No briefing gives away a red line or a private concern of another role.',
  secretsGiven: (list) => `Secrets of one role stand in a text of another: ${list}.`,
  secretReadBy: (phrase, owner, reader) => `“${phrase}” (of ${owner}) is read by ${reader}`,
  rumours: (all, falsehoods) => `${all} rumours, ${falsehoods} of them false, each with its truth.`,
  rumoursWithoutTruth: (list) => `False rumours that do not say what is true: ${list}.`,
  longRumours: (count) =>
    `${count} rumours hold several sentences under one mark: split them where one could be true and another false.`,

  came: (side, passes, yes, no) => `${side} ${vote(passes)} ${yes} to ${no}`,
  sideMissing: (side) => `${side} is missing`,
  expected: (passes, yes, no) => `, expected: ${vote(passes)} ${yes ?? 'any'} to ${no ?? 'any'}`,
  jointTooLarge: (deals) => `the joint win-set is too large to count (${deals} combinations)`,
  joint: (deals, expected) =>
    `joint win-set of ${deals} deals${expected === null ? '' : `, expected: ${expected}`}`,
};
