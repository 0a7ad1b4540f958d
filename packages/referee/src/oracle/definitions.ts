import type { Deal, Faction, FactionId, OptionTest, Rule, SideId } from '@btt/scenario';
import type { Adjustment, RefereeScenario, Vote } from '../model';

/**
 * The definitions, written to be read and to be believed, at whatever cost in time. Every fast path is tested against these. They share
 * no code with what they check.
 */

/** Every combination of options, in the order of the scenario, the last issue turning fastest, minus the incompatible ones. */
export function* allDeals(scenario: RefereeScenario): Generator<Deal> {
  function* extend(deal: Deal, at: number): Generator<Deal> {
    const issue = scenario.issues[at];
    if (issue === undefined) yield deal;
    else for (const option of issue.options) yield* extend({ ...deal, [issue.id]: option.id }, at + 1);
  }
  for (const deal of extend({}, 0)) {
    if (!scenario.incompatible.some((set) => matches(deal, set))) yield deal;
  }
}

function matches(deal: Deal, tests: readonly OptionTest[]): boolean {
  return tests.every((test) => test.options.some((option) => deal[test.issue] === option));
}

/** σ: start, plus the points of the chosen options, plus interactions, plus adjustments. */
export function supportByDefinition(
  scenario: RefereeScenario,
  faction: Faction,
  deal: Deal,
  adjustments: readonly Adjustment[],
): number {
  let sum = faction.start;
  for (const issue of scenario.issues) sum += faction.points[issue.id]?.[deal[issue.id] ?? ''] ?? 0;
  for (const one of scenario.interactions)
    if (one.of === faction.id && matches(deal, one.deal)) sum += one.points;
  for (const one of adjustments) if (one.faction === faction.id && matches(deal, one.deal)) sum += one.points;
  return sum;
}

/** One faction as a rule sees it. */
interface Voter {
  readonly weight: bigint;
  readonly support: bigint;
  readonly vote: Vote;
  readonly fierce: boolean;
}

/** All voters, after every support has fallen by `fall`. */
function voters(
  scenario: RefereeScenario,
  deal: Deal,
  adjustments: readonly Adjustment[],
  fall: number,
): ReadonlyMap<FactionId, Voter> {
  return new Map(
    scenario.factions.map((faction) => {
      const sum = supportByDefinition(scenario, faction, deal, adjustments) - fall;
      const refuses = faction.redLines.some((line) => matches(deal, line.deal));
      const vote: Vote = refuses ? 'no' : sum >= faction.yes ? 'yes' : sum <= faction.no ? 'no' : 'abstain';
      const fierce = vote === 'no' && sum <= faction.fierce;
      return [faction.id, { weight: BigInt(faction.weight), support: BigInt(sum), vote, fierce }];
    }),
  );
}

/** Whether a side ratifies a deal under model votes, after every support has fallen by `fall`. */
export function ratifiesByDefinition(
  scenario: RefereeScenario,
  side: SideId,
  deal: Deal,
  adjustments: readonly Adjustment[],
  fall = 0,
): boolean {
  const rule = scenario.sides.find((one) => one.id === side)?.rule;
  return rule !== undefined && passesByDefinition(rule, voters(scenario, deal, adjustments, fall));
}

function passesByDefinition(rule: Rule, all: ReadonlyMap<FactionId, Voter>): boolean {
  const passes = (one: Rule) => passesByDefinition(one, all);
  if (rule.kind === 'all') return rule.rules.every(passes);
  if (rule.kind === 'any') return rule.rules.some(passes);
  if (rule.kind === 'k-of') return rule.rules.filter(passes).length >= rule.k;

  const named = rule.factions.flatMap((id) => all.get(id) ?? []);
  const weigh = (voter: Voter) => ('heads' in rule && rule.heads ? 1n : voter.weight);
  const sum = (vote: Vote) =>
    named.reduce((total, voter) => (voter.vote === vote ? total + weigh(voter) : total), 0n);
  switch (rule.kind) {
    case 'majority': {
      const everybody = sum('yes') + sum('no') + sum('abstain');
      const base = rule.of === 'cast' ? sum('yes') + sum('no') : everybody;
      const left = sum('yes') * BigInt(rule.fraction.denominator);
      const right = base * BigInt(rule.fraction.numerator);
      const present =
        rule.quorum === undefined ||
        everybody * BigInt(rule.quorum.denominator) >= everybody * BigInt(rule.quorum.numerator);
      return present && sum('yes') > 0n && (rule.test === 'more-than' ? left > right : left >= right);
    }
    case 'quota':
      return sum('yes') > 0n && sum('yes') >= BigInt(rule.weight);
    case 'unanimity':
    case 'consent':
      return named.every((voter) => voter.vote === 'yes');
    case 'no-objection':
      return !(sum('no') >= BigInt(rule.weight));
    case 'opinion': {
      const weight = named.reduce((total, voter) => total + voter.weight, 0n);
      const mean = named.reduce((total, voter) => total + voter.weight * voter.support, 0n);
      return weight > 0n && mean * BigInt(rule.level.denominator) >= BigInt(rule.level.numerator) * weight;
    }
    case 'no-bloc':
      return !named.every((voter) => voter.fierce);
  }
}

/** The win-set: every deal that the side ratifies. */
export function winSetByDefinition(
  scenario: RefereeScenario,
  side: SideId,
  adjustments: readonly Adjustment[],
): Deal[] {
  return [...allDeals(scenario)].filter((deal) => ratifiesByDefinition(scenario, side, deal, adjustments));
}

/** The joint win-set: every deal that all sides ratify. */
export function jointWinSetByDefinition(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[],
): Deal[] {
  return [...allDeals(scenario)].filter((deal) =>
    scenario.sides.every((side) => ratifiesByDefinition(scenario, side.id, deal, adjustments)),
  );
}

/**
 * The largest fall of all supports within ±reach that the side survives; `never` or `always` where even the largest rise does not save
 * it, or even the largest fall does not sink it. The reach must exceed every distance between a support and a threshold.
 */
export function marginByDefinition(
  scenario: RefereeScenario,
  side: SideId,
  deal: Deal,
  adjustments: readonly Adjustment[],
  reach: number,
): number | 'never' | 'always' {
  const passes = (fall: number) => ratifiesByDefinition(scenario, side, deal, adjustments, fall);
  if (passes(reach)) return 'always';
  for (let fall = reach - 1; fall >= -reach; fall--) if (passes(fall)) return fall;
  return 'never';
}
