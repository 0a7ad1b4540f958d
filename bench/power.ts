import { type Power, power, type RefereeScenario } from '@btt/referee';
import type { Rule } from '@btt/scenario';
import { median } from './measure';

/** A hundred and ninety members with made-up weights that fall off as quotas of a monetary fund do; they sum to about 5,000. */
const FUND = Array.from({ length: 190 }, (_, at) => Math.floor(650 / (at + 1)) + 2 + ((at * 13) % 12));
const SHARES = [50, 70, 85];

/**
 * Power indices against plain ways to get the same, which must agree. Rows: what, milliseconds, and how many times as fast as the plain way that is named.
 */
export async function benchPower(): Promise<readonly (readonly string[])[]> {
  const funds = SHARES.map((share) => weightedBody(FUND, share));
  const banzhaf = () => funds.map((fund) => swingsOf(power(fund, 'body', { shapleyShubik: false })));
  const plainBanzhaf = () => SHARES.map((share) => divideOut(FUND, quotaOf(FUND, share)));
  same(banzhaf(), plainBanzhaf());
  const banzhafTime = median(banzhaf, 5, 1);
  const plainBanzhafTime = median(plainBanzhaf, 3, 0);
  const shapleyTimes = funds.map((fund) => median(() => power(fund, 'body'), 1, 1));

  const populations = Array.from({ length: 24 }, (_, at) => Math.floor(83_000 / (at + 1)) + 17 * at + 1);
  const council = doubleMajority(populations);
  same(swingsOf(power(council, 'body')), enumerate(populations));
  const councilTime = median(() => power(council, 'body'), 3, 1);
  const plainCouncilTime = median(() => enumerate(populations), 1, 0);

  const total = FUND.reduce((sum, weight) => sum + weight, 0);
  return [
    [
      `Banzhaf, 190 members with ${total} votes, at ${SHARES.join(', ')} % together`,
      banzhafTime.toFixed(1),
      (plainBanzhafTime / banzhafTime).toFixed(1),
    ],
    [
      'the same: one generating function in large integers, each member divided out',
      plainBanzhafTime.toFixed(0),
      '1.0',
    ],
    ...SHARES.map((share, at) => [
      `Banzhaf and Shapley–Shubik of the same at ${share} %`,
      (shapleyTimes[at] ?? 0).toFixed(0),
      '',
    ]),
    [
      'Banzhaf and Shapley–Shubik, 24 members, 65 % of millions and 15 heads',
      councilTime.toFixed(1),
      (plainCouncilTime / councilTime).toFixed(1),
    ],
    [
      'the same, Banzhaf alone: every coalition in turn, with running sums',
      plainCouncilTime.toFixed(0),
      '1.0',
    ],
  ];
}

function quotaOf(weights: readonly number[], share: number): number {
  return Math.ceil((weights.reduce((sum, weight) => sum + weight, 0) * share) / 100);
}

function weightedBody(weights: readonly number[], share: number): RefereeScenario {
  return bodyOf(weights, (factions) => ({
    kind: 'quota',
    weight: quotaOf(weights, share),
    heads: false,
    factions,
  }));
}

const HEADS = 15;
const POPULATION = 65;

function doubleMajority(weights: readonly number[]): RefereeScenario {
  return bodyOf(weights, (factions) => ({
    kind: 'all',
    rules: [
      { kind: 'quota', weight: quotaOf(weights, POPULATION), heads: false, factions },
      { kind: 'quota', weight: HEADS, heads: true, factions },
    ],
  }));
}

function bodyOf(weights: readonly number[], rule: (factions: readonly string[]) => Rule): RefereeScenario {
  const factions = weights.map((weight, at) => ({
    id: `m${at}`,
    side: 'body',
    weight,
    start: 0,
    yes: 1,
    no: -1,
    fierce: -3,
    judgement: 0,
    reputation: 'undecided' as const,
    points: {},
    redLines: [],
    noAgreement: 0,
    resists: [],
  }));
  const ids = factions.map(({ id }) => id);
  return {
    language: 'en',
    sides: [
      {
        id: 'body',
        name: 'Body',
        short: 'Body',
        place: 'Body',
        colour: 'blue',
        rule: rule(ids),
        ruleText: '',
      },
    ],
    roles: [],
    factions,
    principals: [],
    issues: [],
    incompatible: [],
    interactions: [],
  };
}

function swingsOf(found: Power): bigint[] {
  if (found.kind !== 'exact') throw new Error(`The power indices are ${found.kind}.`);
  return found.players.map(({ swings }) => swings);
}

function same(
  found: readonly (bigint | readonly bigint[])[],
  plain: readonly (bigint | readonly bigint[])[],
): void {
  if (found.join() !== plain.join()) throw new Error('The power indices differ from the plain ones.');
}

/** Swings from the number of coalitions of every weight: the textbook's way. */
function divideOut(weights: readonly number[], quota: number): bigint[] {
  const all = Array.from({ length: quota }, () => 0n);
  all[0] = 1n;
  for (const weight of weights)
    for (let sum = quota - 1; sum >= weight; sum--) all[sum] = (all[sum] ?? 0n) + (all[sum - weight] ?? 0n);
  return weights.map((weight) => {
    const others = [...all];
    for (let sum = weight; sum < quota; sum++)
      others[sum] = (others[sum] ?? 0n) - (others[sum - weight] ?? 0n);
    return others.slice(Math.max(0, quota - weight)).reduce((count, one) => count + one, 0n);
  });
}

/** Swings of the double majority: in every winning coalition each member is taken out in turn. */
function enumerate(weights: readonly number[]): bigint[] {
  const quota = quotaOf(weights, POPULATION);
  const swings = new Float64Array(weights.length);
  const inside = new Int32Array(weights.length);
  function walk(at: number, heads: number, weight: number): void {
    if (at < weights.length) {
      walk(at + 1, heads, weight);
      inside[heads] = at;
      walk(at + 1, heads + 1, weight + (weights[at] ?? 0));
      return;
    }
    if (heads < HEADS || weight < quota) return;
    for (let place = 0; place < heads; place++) {
      const member = inside[place] ?? 0;
      if (heads === HEADS || weight - (weights[member] ?? 0) < quota)
        swings[member] = (swings[member] ?? 0) + 1;
    }
  }
  walk(0, 0, 0);
  return Array.from(swings, BigInt);
}
