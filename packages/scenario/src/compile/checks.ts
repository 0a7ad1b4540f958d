import type { Audience, Condition, Move, Role, RoleId, Scenario } from '../model';
import type { Path } from '../problems/problem';
import { countWords } from '../source/markdown';
import type { Context } from './context';

/** The card is the first thing a seat sees, and must be read in a breath. */
const CARD_WORDS = 60;

type Sides = ReadonlyMap<RoleId, string | null>;

/** What is allowed but probably not meant. */
export function warnOfOddities(context: Context, scenario: Scenario): void {
  const visible = visibility(scenario);
  const sides: Sides = new Map(scenario.roles.map((role) => [role.id, role.side]));
  for (const move of scenario.moves) {
    checkExpectations(context, scenario, move, sides);
    for (const condition of testsOf(move)) checkInvitation(context, scenario, move, condition, sides);
    if (move.available !== null) checkOpenness(context, move, move.available, visible);
  }
  for (const issue of scenario.issues) {
    const matters = [...scenario.factions, ...scenario.principals].some((one) =>
      Object.values(one.points[issue.id] ?? {}).some((points) => points !== 0),
    );
    const interacts = scenario.interactions.some((one) => one.deal.some((test) => test.issue === issue.id));
    if (!matters && !interacts)
      context.warn(['issues', issue.id], 'incomplete', 'has no points for anybody', 'key');
  }
  checkTexts(context, scenario);
}

function checkTexts(context: Context, scenario: Scenario): void {
  const playable = scenario.roles.some((role) => role.kind === 'negotiator');
  for (const role of scenario.roles) {
    const path = [role.kind === 'faction' ? 'factions' : 'roles', role.id];
    const missing = missingTexts(role);
    if (playable && missing.length > 0) {
      context.warn(path, 'missing-file', `has no ${missing.join(', no ')}: write roles/${role.id}.md`, 'key');
    }
    const words = role.card === null ? 0 : countWords(Object.values(role.card).join(' '));
    if (words > CARD_WORDS)
      context.warn(
        path,
        'too-large',
        `its card has ${words} words; at most ${CARD_WORDS} can be read at a glance`,
        'key',
      );
  }
}

function missingTexts(role: Role): string[] {
  const missing = [];
  if (role.card === null) missing.push('card');
  if (role.stake === null && role.kind === 'faction') missing.push('stake');
  if (role.briefing === '') missing.push('briefing');
  return missing;
}

function checkExpectations(context: Context, scenario: Scenario, move: Move, sides: Sides): void {
  for (const side of move.expects) {
    const answerable = scenario.moves.some(
      (one) => one.answers === move.id && one.by.some((role) => sides.get(role) === side),
    );
    if (!answerable)
      context.warn(['moves', move.id, 'expects'], 'incomplete', `\`${side}\` has no move that answers this`);
  }
}

function checkInvitation(
  context: Context,
  scenario: Scenario,
  move: Move,
  condition: Condition,
  sides: Sides,
): void {
  for (const test of leavesOf(condition)) {
    if (test.kind !== 'invited') continue;
    const inviters = scenario.moves.filter((one) => one.invites.includes(move.id));
    const invited = inviters.some((one) => one.by.some((role) => sides.get(role) === test.by));
    if (!invited)
      context.warn(['moves', move.id], 'inconsistent', `no move of \`${test.by}\` invites this`, 'key');
  }
}

type Visible = (test: Condition, by: readonly RoleId[]) => boolean;

function checkOpenness(context: Context, move: Move, available: Condition, visible: Visible): void {
  const path: Path = ['moves', move.id, 'available'];
  for (const test of leavesOf(available)) {
    if (!visible(test, move.by))
      context.warn(
        path,
        'inconsistent',
        `asks about something (${test.kind}) that not everyone who may make the move can see`,
      );
  }
}

/** Whether all the roles can see what a test asks about, as far as the audiences written tell. */
function visibility(scenario: Scenario): Visible {
  const reaches = (audience: Audience, roles: readonly RoleId[], also: readonly RoleId[]) =>
    audience.kind === 'everyone' ||
    roles.every(
      (role) => also.includes(role) || (audience.kind === 'roles' && audience.roles.includes(role)),
    );
  return (test, by) => {
    if (test.kind === 'taken') {
      const move = scenario.moves.find((one) => one.id === test.move);
      return move === undefined || reaches(move.audience, by, move.by);
    }
    if (test.kind === 'before' || test.kind === 'after') {
      const trigger = scenario.triggers.find((one) => one.id === test.trigger);
      return trigger === undefined || reaches(trigger.audience, by, []);
    }
    return true;
  };
}

function testsOf(move: Move): Condition[] {
  return [
    ...(move.available === null ? [] : [move.available]),
    ...move.cases.flatMap((one) => (one.when === null ? [] : [one.when])),
  ];
}

/** The single tests of a condition. */
function leavesOf(condition: Condition): Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(condition.of);
    default:
      return [condition];
  }
}
