import type { Faction, Issue, Move, Scenario } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { power } from '../coalitions/power';
import { between, type Steps } from '../win-sets/steps';
import { type Counter, createCounter, type WinSets } from '../win-sets/win-sets';
import { messagesFor } from '../words/language';
import { bad, type Check, good, warn } from './checks';
import { MOST_DEALS, plan } from './help';

/** More than any support can be away from a threshold. */
const FAR = 10_000_000;

/** Whether every faction, every issue and every measure can change a result, and no option is best for everybody. */
export function* influenceSteps(scenario: Scenario): Steps<Check[]> {
  const counter = createCounter(scenario);
  const base = plan(
    scenario,
    scenario.moves.filter((move) => scenario.historic?.moves.includes(move.id)),
  );
  const idle = yield* between(0, 0.4, idleFactions(scenario, counter, base));
  const powerless = idle.filter((faction) => !hasPower(scenario, faction));
  const quiet = idle.filter((faction) => hasPower(scenario, faction));
  const issues = yield* between(0.4, 0.7, idleIssues(scenario, base));
  const measures = yield* between(0.7, 1, idleMeasures(scenario, counter, base));
  const say = messagesFor(scenario.language);
  const names = (factions: readonly Faction[]) => factions.map((one) => nameOf(scenario, one)).join(', ');
  const dominant = dominantOptions(scenario);
  return [
    ...(powerless.length > 0
      ? [bad('factions', say.idleFactions(names(powerless)))]
      : quiet.length > 0
        ? []
        : [good('factions', say.everyFaction())]),
    ...(quiet.length === 0 ? [] : [warn('factions', say.quietFactions(names(quiet)))]),
    issues.length === 0 ? good('issues', say.everyIssue()) : bad('issues', say.idleIssues(issues.join(', '))),
    measures.length === 0
      ? good('measures', say.everyMeasure())
      : warn('measures', say.idleMeasures(measures.join(', '))),
    dominant.length === 0
      ? good('dominant', say.noneDominant())
      : bad('dominant', say.dominant(dominant.join(', '))),
  ];
}

/**
 * A faction matters if some deal has another result when it is wholly for and when it is furiously against: as things stand, or with the
 * measures of history.
 */
function* idleFactions(scenario: Scenario, counter: Counter, base: readonly Adjustment[]): Steps<Faction[]> {
  const idle: Faction[] = [];
  for (const faction of scenario.factions) {
    let decides = false;
    for (const record of [[], base]) {
      const lifted = yield* counter.countSteps([...record, ...moved(faction, FAR)], MOST_DEALS);
      const sunk = yield* counter.countSteps([...record, ...moved(faction, -FAR)], MOST_DEALS);
      decides ||= !same(lifted, sunk);
    }
    if (!decides) idle.push(faction);
  }
  return idle;
}

/** Whether the rule of its side lets a faction decide at all, whatever the others think. */
function hasPower(scenario: Scenario, faction: Faction): boolean {
  return scenario.sides.some((side) => {
    const found = power(scenario, side.id, { shapleyShubik: false });
    return (
      found.kind === 'exact' && found.players.some((one) => one.faction === faction.id && one.swings > 0n)
    );
  });
}

const moved = (faction: Faction, points: number): Adjustment[] => [{ faction: faction.id, points, deal: [] }];

/** An issue matters if some side's win-set has not the same deals under every option: then the sizes differ, or else the members. */
function* idleIssues(scenario: Scenario, base: readonly Adjustment[]): Steps<string[]> {
  const idle: string[] = [];
  for (const issue of scenario.issues) {
    const sizes: WinSets[] = [];
    for (const option of issue.options)
      sizes.push(yield* createCounter(only(scenario, issue, option.id)).countSteps(base, MOST_DEALS));
    const [first] = sizes;
    if (
      issue.options.length > 1 &&
      first &&
      sizes.every((one) => same(one, first)) &&
      !moves(scenario, issue)
    )
      idle.push(issue.name);
  }
  return idle;
}

/** The scenario with one option of an issue taken for granted. */
function only(scenario: RefereeScenario, issue: Issue, option: string): RefereeScenario {
  return {
    ...scenario,
    issues: scenario.issues.map((one) =>
      one.id === issue.id ? { ...one, options: one.options.filter((choice) => choice.id === option) } : one,
    ),
  };
}

/** Somebody's points differ between options. Sizes may be equal by chance where members are not. */
function moves(scenario: Scenario, issue: Issue): boolean {
  return scenario.factions.some((faction) => {
    const points = issue.options.map((option) => faction.points[issue.id]?.[option.id] ?? 0);
    return points.some((one) => one !== points[0]);
  });
}

/** A measure matters if it changes a win-set, alone or added to the measures of history, or taken away from them. */
function* idleMeasures(scenario: Scenario, counter: Counter, base: readonly Adjustment[]): Steps<string[]> {
  const bare = yield* counter.countSteps([], MOST_DEALS);
  const full = yield* counter.countSteps(base, MOST_DEALS);
  const idle: string[] = [];
  for (const move of scenario.moves) {
    if (plan(scenario, [move]).length === 0) continue;
    const alone = yield* counter.countSteps(plan(scenario, [move]), MOST_DEALS);
    const changed = yield* counter.countSteps(withOrWithout(scenario, move), MOST_DEALS);
    if (same(alone, bare) && same(changed, full)) idle.push(move.name);
  }
  return idle;
}

function withOrWithout(scenario: Scenario, move: Move): Adjustment[] {
  const historic = scenario.moves.filter((one) => scenario.historic?.moves.includes(one.id));
  const without = historic.filter((one) => one.id !== move.id);
  return plan(scenario, without.length < historic.length ? without : [...historic, move]);
}

/** Options that nobody with points likes less than another of the issue, and somebody likes more. */
function dominantOptions(scenario: Scenario): string[] {
  const sheets = [...scenario.factions, ...scenario.principals];
  return scenario.issues.flatMap((issue) =>
    issue.options
      .filter((option) => {
        const others = issue.options.filter((one) => one.id !== option.id);
        const gain = (sheet: (typeof sheets)[number], other: string) =>
          (sheet.points[issue.id]?.[option.id] ?? 0) - (sheet.points[issue.id]?.[other] ?? 0);
        const best = others.every((other) => sheets.every((sheet) => gain(sheet, other.id) >= 0));
        return best && others.some((other) => sheets.some((sheet) => gain(sheet, other.id) > 0));
      })
      .map((option) => `${issue.name}: ${option.label}`),
  );
}

function same(one: WinSets, other: WinSets): boolean {
  if (one.kind !== 'exact' || other.kind !== 'exact') return false;
  return one.joint === other.joint && one.sides.every((side, at) => side.count === other.sides[at]?.count);
}

function nameOf(scenario: Scenario, faction: Faction): string {
  return scenario.roles.find((role) => role.id === faction.id)?.name ?? faction.id;
}
