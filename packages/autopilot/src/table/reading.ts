import type { PublicRole } from '@btt/protocol';
import { type Trial, trialOf } from '../seat/notes';
import type { Player } from '../seat/seat';
import { type Deal, dealOf, placeOf, sameDeal, type Space, sumOver } from '../seat/space';
import { readRule, type RuleRead } from './rule';

/** What a negotiator makes of the factions of all sides, from what it was told and has seen. */
export interface Reading {
  /** Estimated stance of a faction to some terms: 1 and more is for, −1 and less against. */
  stance(faction: string, deal: Deal): number;
  /** How a side would take the terms, from −1 to 1, nothing cut off: what to climb on. */
  mood(side: string, deal: Deal): number;
  /** By how much a vote would pass (above 0) or fail. */
  vote(side: string, deal: Deal): number;
  /** What decides for a faction: the issue whose options it tells apart most. Null when nothing is known. */
  concern(faction: string): string | null;
  /** How much has been heard of a faction, 0 to 100. */
  confidence(faction: string): number;
}

/** What is thought of one faction: a stance to begin with, and what each option adds. */
interface Guess {
  bias: number;
  readonly row: Float64Array;
  heard: number;
  /** Answers to whole texts that still hold, the newest first. */
  readonly known: { readonly deal: Deal; readonly stance: number }[];
}

const REPUTATION = { supporter: 1.5, undecided: 0, opponent: -1.5 } as const;
const WISH = 1;
const RULED_OUT = -2;
const OFFERED = 0.4;
const REJECTED = -0.8;
const LEARN = 0.7;
const TIMES = 4;
/** Texts after which half of what was learned from one is forgotten: measures change minds. */
const HALF = 15;
/** Moves after which what was said of a text may no longer hold. */
const HOLDS = 2;
/** A wish for an issue that came after another is worth less. */
const NEXT_WISH = 0.5;

/**
 * A linear guess for each faction, begun with reputation, rumours, wishes and the other side's offers, and corrected by every text that
 * the faction has taken a stance on (the perceptron rule of Rosenblatt, 1958, with three answers). The newest are learned last.
 */
export function readTable(player: Player): Reading {
  const { space } = player;
  const factions = player.scenario.roles.filter((role) => role.kind === 'faction');
  const guesses = new Map(factions.map((role) => [role.id, firstGuess(player, role)]));
  const now = player.desk.moves.length;
  const trials = [...player.notes.trials, trialOf(player.desk)];
  const lessons = trials.map((trial, at) => ({
    deal: dealOf(space, trial.terms),
    rate: LEARN * 0.5 ** ((trials.length - 1 - at) / HALF),
    holds: trial.moves >= now - HOLDS,
    told: factions.flatMap((faction) => {
      const said = toldIn(player, trial, faction);
      const guess = guesses.get(faction.id);
      return said === undefined || !guess ? [] : [{ guess, said }];
    }),
  }));
  for (let time = 0; time < TIMES; time++)
    for (const { deal, told, rate } of lessons)
      for (const { guess, said } of told) learn(space, guess, deal, said, rate);
  for (const { deal, told, holds } of lessons)
    for (const { guess, said } of told) {
      guess.heard += 1;
      if (holds) guess.known.unshift({ deal, stance: said });
    }
  const stance = (faction: string, deal: Deal): number => {
    const guess = guesses.get(faction);
    if (!guess) return 0;
    const known = guess.known.find((one) => sameDeal(one.deal, deal));
    return known ? known.stance * 1.25 : guess.bias + sumOver(space, guess.row, deal);
  };
  const rules = new Map(player.sides.map((side) => [side, readRule(player, side)]));
  return {
    stance,
    mood: (side, deal) => moodOf(rules.get(side), (faction) => stance(faction, deal)),
    vote: (side, deal) => voteOf(rules.get(side), (faction) => stance(faction, deal)),
    concern: (faction) => concernOf(space, guesses.get(faction)),
    confidence: (faction) => Math.min(90, 20 + 10 * (guesses.get(faction)?.heard ?? 0)),
  };
}

/** Whoever the rule names counts for more, and whoever must not be against for more still. */
function moodOf(rule: RuleRead | undefined, stance: (faction: string) => number): number {
  let total = 0;
  let sum = 0;
  for (const { faction, weight, named } of rule?.members ?? []) {
    const share = weight * (rule?.veto.includes(faction) ? 2.5 : named ? 1.5 : 1);
    sum += share;
    total += (share * Math.max(-1.5, Math.min(1.5, stance(faction)))) / 1.5;
  }
  return sum === 0 ? 0 : total / sum - (rule?.lead ?? 0);
}

function voteOf(rule: RuleRead | undefined, stance: (faction: string) => number): number {
  let yes = 0;
  let no = 0;
  let vetoed = false;
  for (const { faction, weight } of rule?.members ?? []) {
    const felt = stance(faction);
    if (felt >= 1) yes += weight;
    else if (felt <= -1) no += weight;
    if (felt <= -1 && rule?.veto.includes(faction)) vetoed = true;
  }
  if (yes + no === 0) return 0;
  const lead = yes - no - (rule?.lead ?? 0) * (yes + no);
  return vetoed ? Math.min(lead, -0.3) : lead;
}

function firstGuess(player: Player, role: PublicRole): Guess {
  const { space } = player;
  const rumours = player.own.rumours.flatMap(({ about, range }) =>
    about === role.id && range ? [(range.min + range.max) / 2] : [],
  );
  const reputation = REPUTATION[role.reputation ?? 'undecided'];
  const heard =
    rumours.length === 0 ? reputation : (reputation + Math.max(-2, Math.min(2, rumours[0] ?? 0))) / 2;
  const row = new Float64Array(space.width);
  const add = (issue: string, option: string, points: number): void => {
    const at = placeOf(space, issue, option);
    if (at >= 0) row[at] = (row[at] ?? 0) + points;
  };
  const { notes, desk } = player;
  if (role.side === player.role.side) {
    const wished = new Map<string, number>();
    for (const { faction, issue, option } of notes.wishes) {
      if (faction !== role.id) continue;
      const before = wished.get(issue) ?? 0;
      wished.set(issue, before + 1);
      add(issue, option, WISH * NEXT_WISH ** before);
    }
    for (const { faction, issue, option } of Object.values(desk.politics.questions))
      if (faction === role.id) add(issue, option, RULED_OUT);
  } else {
    const said = new Map<string, readonly [string, string, number]>();
    for (const { side, terms } of notes.offers)
      if (side === role.side)
        for (const [issue, option] of Object.entries(terms))
          said.set(`${issue} ${option}`, [issue, option, OFFERED]);
    for (const { side, issue, option, accepts } of notes.answers)
      if (side === role.side) said.set(`${issue} ${option}`, [issue, option, accepts ? OFFERED : REJECTED]);
    for (const [issue, option, points] of said.values()) add(issue, option, points);
  }
  return { bias: heard, row, heard: 0, known: [] };
}

function toldIn(player: Player, trial: Trial, faction: PublicRole): number | undefined {
  if (faction.side === player.role.side && !trial.shown) return undefined;
  return trial.stances[faction.id];
}

function learn(space: Space, guess: Guess, deal: Deal, said: number, rate: number): void {
  const felt = guess.bias + sumOver(space, guess.row, deal);
  const wanted =
    said === 0 ? Math.max(-0.7, Math.min(0.7, felt)) : said > 0 ? Math.max(felt, 1.2) : Math.min(felt, -1.2);
  if (wanted === felt) return;
  const step = (rate * (wanted - felt)) / (deal.length + 1);
  guess.bias += step;
  for (let i = 0; i < deal.length; i++) {
    const option = deal[i] ?? -1;
    const at = (space.begins[i] ?? 0) + option;
    if (option >= 0) guess.row[at] = (guess.row[at] ?? 0) + step;
  }
}

function concernOf(space: Space, guess: Guess | undefined): string | null {
  let best: string | null = null;
  let widest = 0;
  space.issues.forEach((issue, i) => {
    const begin = space.begins[i] ?? 0;
    const points = guess?.row.subarray(begin, begin + (space.options[i]?.length ?? 0)) ?? [];
    const width = Math.max(...points) - Math.min(...points);
    if (width > widest) [best, widest] = [issue, width];
  });
  return best;
}
