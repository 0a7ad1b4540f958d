import { mayInitial, type SeatCommand } from '@btt/protocol';
import { chooseMove, type Need, roundsLeft } from '../moves/choose-move';
import { keyOf, type Player, termsOf } from '../seat/seat';
import { type Deal, dealOf, termsOfDeal } from '../seat/space';
import { type Aims, aimsOf } from './aims';
import { drawMap } from './maps';
import { type Reading, readTable } from './reading';
import { bestDeal } from './search';

/** A head works on the text: it shows it at home, listens, helps where it fails, changes it, and initials what both homes seem to bear. */
export function headBargains(player: Player): SeatCommand | null {
  const { desk, role, space } = player;
  const text = dealOf(space, termsOf(desk.text));
  const complete = text.every((option) => option >= 0);
  if (complete && !isShown(player)) return { type: 'show-draft' };
  const reading = readTable(player);
  const aims = aimsOf(player, reading);
  if (complete && initialsNow(player, reading, aims, text)) return { type: 'initial' };
  if (complete && desk.initials[role.side ?? ''] !== undefined && !passes(player, reading, text, -0.05))
    return { type: 'withdraw-initials' };
  const agreed = complete ? agree(player, reading, aims, text) : null;
  if (agreed) return agreed;
  const best = bestDeal(player, aims);
  return (
    help(player, reading, complete ? text : best) ??
    propose(player, aims, text, best, complete) ??
    object(player, aims, text, best) ??
    drawMap(player, reading)
  );
}

/** Measures for whichever home does not bear the text yet. */
export function help(player: Player, reading: Reading, deal: Deal): SeatCommand | null {
  return chooseMove(player, needFor(player, reading, deal));
}

function needFor(player: Player, reading: Reading, deal: Deal): Need {
  const { side } = player.role;
  const lack = (one: string) => Math.max(0.1, Math.min(1, 0.7 - reading.vote(one, deal)));
  const abroad = player.sides.filter((one) => one !== side).map(lack);
  return { home: side === null ? 0 : lack(side), abroad: Math.max(0, ...abroad), hard: 0 };
}

function isShown({ desk }: Player): boolean {
  return desk.shown !== null && keyOf(termsOf(desk.shown.draft)) === keyOf(termsOf(desk.text));
}

/** By how much a vote should pass before a text is sent home. */
const SURE = 0.03;

function passes(player: Player, reading: Reading, deal: Deal, least: number): boolean {
  return player.sides.every((side) => reading.vote(side, deal) > least);
}

function initialsNow(player: Player, reading: Reading, aims: Aims, text: Deal): boolean {
  const { desk, role, issues, sides } = player;
  if (role.side === null || mayInitial(desk, role.side, issues, sides) !== null) return false;
  if (aims.value(text) < 0) return false;
  if (passes(player, reading, text, SURE)) return true;
  // Better a text that may fail than none, when there is no time left: but never one that the own home refuses.
  return roundsLeft(player) === 0 && player.time > 0.97 && reading.vote(role.side, text) > 0;
}

/** Stands by the text as it is, where it is good enough. */
function agree(player: Player, reading: Reading, aims: Aims, text: Deal): SeatCommand | null {
  const { desk, role, issues, space } = player;
  const { side } = role;
  if (side === null || !aims.isOpen(text) || aims.value(text) < 0) return null;
  const missing = issues.filter((issue) => !desk.text[issue]?.accepted.includes(side));
  if (missing.length === 0) return null;
  const good = passes(player, reading, text, SURE);
  const fair = aims.value(text) >= aims.aspiration && reading.vote(side, text) > -0.2;
  const late = player.time > 0.9 && reading.vote(side, text) > 0;
  if (!good && !fair && !late) return null;
  const terms = termsOfDeal(space, text);
  return { type: 'propose', terms: Object.fromEntries(missing.map((issue) => [issue, terms[issue] ?? ''])) };
}

/** Puts the text that is best now before the others: when it is one's turn, and only what is worth more than what lies there. */
function propose(player: Player, aims: Aims, text: Deal, best: Deal, complete: boolean): SeatCommand | null {
  if (complete && (!isMyTurn(player) || aims.worth(best) <= aims.worth(text) + 0.05)) return null;
  const { issues, space } = player;
  const changed = issues.filter((_, i) => best[i] !== text[i]);
  if (changed.length === 0 || !aims.isOpen(best)) return null;
  const terms = termsOfDeal(space, best);
  return { type: 'propose', terms: Object.fromEntries(changed.map((issue) => [issue, terms[issue] ?? ''])) };
}

/** Says no to the clause of another side's text that it would change first, so that they know where it hurts: one for each text. */
function object(player: Player, aims: Aims, text: Deal, best: Deal): SeatCommand | null {
  const { desk, role, space } = player;
  const { side } = role;
  if (side === null || Object.values(desk.text).some((clause) => clause.rejected.includes(side))) return null;
  const changed = space.issues
    .map((issue, i) => ({ issue, i, clause: desk.text[issue] }))
    .filter(
      ({ i, clause }) => best[i] !== text[i] && clause?.option != null && !clause.accepted.includes(side),
    )
    .map(({ issue, i }) => ({
      issue,
      gain: aims.worth(text.map((option, at) => (at === i ? (best[i] ?? option) : option))),
    }))
    .sort((a, b) => b.gain - a.gain)[0];
  return changed ? { type: 'answer-clause', issue: changed.issue, answer: 'reject' } : null;
}

/** Never twice in a row unasked: after a change of one's own somebody else must have answered, or a new round begun. */
function isMyTurn({ notes, role, desk }: Player): boolean {
  const { changed } = notes;
  if (changed === null || changed.side !== role.side || changed.round !== desk.round) return true;
  return notes.answered.some((side) => side !== role.side);
}
