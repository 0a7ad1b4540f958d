import { isFrozen } from '@btt/protocol';
import { type Player, termsOf } from '../seat/seat';
import { type Deal, dealOf, placeOf, sameDeal, sumOver } from '../seat/space';
import type { Reading } from './reading';

/** What a negotiator wants of a text, and how much of it still at this time. */
export interface Aims {
  /** Own value of some terms: 0 is as good as no agreement, 1 the best there is. */
  value(deal: Deal): number;
  /** The least that is still asked for. */
  readonly aspiration: number;
  /** How good some terms are to propose now. */
  worth(deal: Deal): number;
  /** Whether the own side may stand by it. */
  isOpen(deal: Deal): boolean;
  /** The own best, issue by issue. */
  readonly best: Deal;
  /** What the other sides last stood for; null when they have not spoken. */
  readonly wanted: Deal | null;
}

const OUT_OF_QUESTION = -100;

/**
 * Time-dependent concession (Faratin, Sierra and Jennings 1998, polynomial form): what is asked for falls from the best to the reservation
 * value as time runs. `shape` below 1 holds out for long, above 1 concedes early.
 */
function aspirationAt(time: number, shape: number): number {
  return 1 - Math.min(1, Math.max(0, time)) ** (1 / shape);
}

export function aimsOf(player: Player, reading: Reading): Aims {
  const { space, own } = player;
  const row = new Float64Array(space.width);
  const frozen = new Uint8Array(space.width);
  const { side } = player.role;
  for (const issue of player.scenario.issues)
    for (const { id: option } of issue.options) {
      const at = placeOf(space, issue.id, option);
      row[at] = own.points?.[issue.id]?.[option] ?? 0;
      frozen[at] = side !== null && isFrozen(player.desk, side, issue.id, option) ? 1 : 0;
    }
  const together = own.interactions.map(({ deal, points }) => ({
    points,
    tests: deal.map(({ issue, options }) => ({
      issue: space.issues.indexOf(issue),
      options: options.map((option) => space.options[space.issues.indexOf(issue)]?.indexOf(option) ?? -1),
    })),
  }));
  const at = (issue: number, option: number) => (space.begins[issue] ?? 0) + option;
  const best = space.options.map((options, issue) => {
    const free = options.map((_, option) => option).filter((option) => frozen[at(issue, option)] === 0);
    return free.reduce(
      (top, option) => ((row[at(issue, option)] ?? 0) > (row[at(issue, top)] ?? 0) ? option : top),
      free[0] ?? 0,
    );
  });
  const floor = own.noAgreement ?? 0;
  const range = Math.max(1, sumOver(space, row, best) - floor);
  const value = (deal: Deal): number => {
    let points = sumOver(space, row, deal);
    for (const one of together)
      if (one.tests.every(({ issue, options }) => options.includes(deal[issue] ?? -1))) points += one.points;
    return (points - floor) / range;
  };
  const isOpen = (deal: Deal) => deal.every((option, issue) => option < 0 || frozen[at(issue, option)] === 0);
  const shape = 1 + player.dice('temper');
  const aspiration = 0.9 * aspirationAt(player.time, shape);
  const others = player.sides.filter((one) => one !== side);
  const wanted = lastOfferOf(player);
  const failed = failedTexts(player);
  // Whoever has time thinks of the own home first; who has little, of everybody's.
  const care = 0.4 + 0.6 * Math.min(1, 2 * player.time);
  // To be sure of the vote counts; more than that is worth no more.
  const judged = (one: string, deal: Deal) =>
    reading.mood(one, deal) + 2 * Math.min(0.15, reading.vote(one, deal));
  return {
    value,
    aspiration,
    isOpen,
    best,
    wanted,
    worth(deal) {
      const points = value(deal);
      if (points < 0 || !isOpen(deal)) return OUT_OF_QUESTION + points;
      const home = side === null ? 0 : judged(side, deal);
      let abroad = others.length === 0 ? 0 : 2;
      for (const one of others) abroad = Math.min(abroad, judged(one, deal));
      let like = 0;
      if (wanted) for (let i = 0; i < deal.length; i++) if (deal[i] === wanted[i]) like += 1;
      const before = failed.some((one) => sameDeal(one, deal)) ? 1.5 : 0;
      return (
        2 * home +
        2 * care * abroad +
        0.6 * points -
        3 * Math.max(0, aspiration - points) +
        (0.3 * like) / deal.length -
        before
      );
    },
  };
}

/** The terms that the other sides last stood for, on the text as it is. */
function lastOfferOf(player: Player): Deal | null {
  const offer = player.notes.offers.findLast((one) => one.side !== player.role.side);
  return offer ? dealOf(player.space, { ...termsOf(player.desk.text), ...offer.terms }) : null;
}

/** Texts that somebody has found wanting, and nothing has been done since: to try them again changes nothing. */
function failedTexts(player: Player): readonly Deal[] {
  const now = player.desk.moves.length;
  return player.notes.trials
    .filter((trial) => trial.moves >= now - 1)
    .map((trial) => dealOf(player.space, trial.terms));
}
