import type { Terms, Vote } from '@btt/protocol';
import type { Game } from '../../game';
import type { Chronicle } from '../chronicle';
import { endEffects } from '../effects';
import { tableRoles } from '../people';
import { breakAssurances } from '../politics/assurance';
import { adjustmentsOf } from '../../projection/vector';
import { endTable } from './ending';
import { deadlineAfter, enterRound, settleDueDraws } from './rounds';

/** Every side has initialled: the text goes home. */
export function sendHome(chronicle: Chronicle): void {
  const desk = chronicle.desk();
  const deal: Terms = Object.fromEntries(
    chronicle.game.issues.map((issue) => [issue, desk.text[issue]?.option ?? '']),
  );
  endEffects(chronicle, (lasts) => lasts.kind === 'round' && lasts.round <= desk.round);
  settleDueDraws(chronicle, Number.POSITIVE_INFINITY);
  chronicle.tell('everyone', { type: 'agreement', deal });
  breakAssurances(chronicle);
  chronicle.tell('everyone', {
    type: 'phase',
    phase: 'ratification',
    round: desk.round,
    deadline: deadlineAfter(chronicle, desk.settings?.ratification ?? 0),
    returned: desk.returned,
  });
  if (desk.settings?.ballot === 'model') openCount(chronicle);
}

/** The plurality of those who sit on the seat; a tie abstains. Null when nobody there has voted: then the interest votes, by the model. */
function ballotOf(votes: Readonly<Record<string, Vote>> | undefined, people: readonly string[]): Vote | null {
  const cast = Object.entries(votes ?? {}).flatMap(([person, vote]) =>
    people.includes(person) ? [vote] : [],
  );
  if (cast.length === 0) return null;
  const count = (vote: Vote) => cast.filter((one) => one === vote).length;
  const most = Math.max(count('yes'), count('no'), count('abstain'));
  const first = (['yes', 'no', 'abstain'] as const).filter((vote) => count(vote) === most);
  return first.length === 1 ? (first[0] ?? 'abstain') : 'abstain';
}

/** Every faction with people on it has every person's vote, and every faction that an autopilot plays has the autopilot's or somebody's. */
export function everyBallotIsIn(chronicle: Chronicle): boolean {
  const { seats, ballots, autopilots } = chronicle.desk();
  return chronicle.game.scenario.factions.every(({ id }) => {
    const cast = ballots[id] ?? {};
    if (autopilots[id] !== undefined) return Object.keys(cast).length > 0;
    return (seats[id] ?? []).every((person) => cast[person] !== undefined);
  });
}

/** The count, shown to everybody together. */
export function openCount(chronicle: Chronicle): void {
  const { game } = chronicle;
  const desk = chronicle.desk();
  if (!desk.deal) return;
  const cast: Record<string, Vote> = {};
  for (const faction of game.scenario.factions) {
    const vote = ballotOf(desk.ballots[faction.id], desk.seats[faction.id] ?? []);
    if (vote !== null) cast[faction.id] = vote;
  }
  const verdict = game.referee.verdict(desk.deal, adjustmentsOf(desk), {
    mode: desk.settings?.ballot ?? 'bounded',
    cast,
  });
  chronicle.tell('everyone', {
    type: 'result',
    sides: verdict.sides.map((side) => ({
      side: side.side,
      passed: side.passes,
      yes: side.yes,
      no: side.no,
      abstained: side.abstain,
      sentence: side.sentence,
    })),
    votes: verdict.votes,
    overruled: verdict.overruled,
    passed: verdict.passes,
    sentence: verdict.sentence,
  });
  chronicle.tell('everyone', {
    type: 'phase',
    phase: 'count',
    round: desk.round,
    deadline: null,
    returned: desk.returned,
  });
  if (verdict.passes) endTable(chronicle, 'ratified', null, verdict.sentence);
  else if (!mayReturn(game, chronicle)) endTable(chronicle, 'refused', 'involuntary', verdict.sentence);
}

export function mayReturn(_game: Game, chronicle: Chronicle): boolean {
  const desk = chronicle.desk();
  return desk.outcome === null && desk.returned < (desk.settings?.returns.times ?? 0);
}

/** Back to the table: the record stays, initials and speeches are gone. */
export function returnToTable(chronicle: Chronicle): void {
  const desk = chronicle.desk();
  endEffects(chronicle, (lasts) => lasts.kind === 'return');
  for (const side of Object.keys(desk.initials))
    chronicle.tell(tableRoles(chronicle.game), { type: 'initials-removed', side });
  enterRound(chronicle, desk.round + 1, desk.returned + 1);
}
