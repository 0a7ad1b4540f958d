import { refuse, type SpeechChart } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import type { Actor, Of } from '../decide/actor';
import type { Verdict } from '../decide/verdict';
import { reaches } from './reach';
import { confidantsOf, teamOf } from './teams';

/** Drafts the speech with which a side will take the agreement home: one's own, or, to help, another's. */
export function draftSpeech(chronicle: Chronicle, actor: Actor, command: Of<'draft-speech'>): Verdict {
  const { game } = chronicle;
  const { role, view } = actor;
  if (role.kind !== 'negotiator' && role.kind !== 'aide') return refuse('not-entitled');
  if (view.phase !== 'bargaining' && view.phase !== 'ratification') return refuse('wrong-phase');
  if (!game.index.side(command.for)) return refuse('wrong-picks');
  const sound =
    command.constituencies.every((id) => game.index.faction(id)?.side === command.for) &&
    command.attacks.every((id) => game.index.criticism(id)?.side === command.for) &&
    // To foresee every attack is to foresee none.
    new Set(command.attacks).size <= (game.scenario.speech?.max ?? 0) &&
    command.constituencies.length + command.attacks.length > 0;
  if (!sound) return refuse('wrong-picks');
  const chart: SpeechChart = {
    for: command.for,
    constituencies: [...new Set(command.constituencies)],
    attacks: [...new Set(command.attacks)],
    words: command.words ?? null,
  };
  const team = teamOf(game, role.side);
  chronicle.tell(team, {
    type: 'speech-drafted',
    id: chronicle.nextId(),
    role: role.id,
    side: role.side,
    chart,
  });
  return null;
}

/** Hands a draft to somebody of the side that it was written for, through a back channel. */
export function handSpeech(chronicle: Chronicle, actor: Actor, command: Of<'hand-speech'>): Verdict {
  const { game } = chronicle;
  const found = actor.view.politics.charts[command.draft];
  if (!found) return refuse('unknown-happening');
  if (actor.view.phase !== 'bargaining' && actor.view.phase !== 'ratification') return refuse('wrong-phase');
  const to = game.index.role(command.to);
  if (to?.side !== found.chart.for || to.side === actor.role.side) return refuse('unknown-role');
  if (!confidantsOf(game, actor.role.id).includes(to.id)) return refuse('no-channel');
  if (found.handedTo.includes(to.id)) return refuse('nothing-to-do');
  const head = game.index.headOfSide(found.chart.for)?.id;
  chronicle.tell([...teamOf(game, actor.role.side), to.id, ...(head ? [head] : [])], {
    type: 'speech-handed',
    id: chronicle.nextId(),
    draft: command.draft,
    by: actor.role.id,
    to: to.id,
    chart: found.chart,
  });
  return null;
}

/**
 * The draft that another side wrote pays where it named a faction and foresaw an attack which that faction truly holds. The faction knows
 * only of the speech; the record knows who had written it.
 */
export function foreseenAttacks(chronicle: Chronicle, side: string, draft: string, speech: string): void {
  const { game } = chronicle;
  const found = chronicle.desk().politics.charts[draft];
  const author = (found && game.index.role(found.role)?.side) ?? null;
  if (!found || author === side || found.chart.for !== side || !reaches(chronicle, author, side)) return;
  const points = game.scenario.politics.foreseen;
  if (points === 0) return;
  for (const faction of found.chart.constituencies) {
    const held = found.chart.attacks.some((id) => game.index.criticism(id)?.heldBy.includes(faction));
    if (!held) continue;
    const id = chronicle.nextId();
    chronicle.tell([faction], { type: 'effect', effect: { id, faction, points, deal: [], cause: speech } });
    chronicle.tell('host', { type: 'effect-behind', id, cause: draft, lasts: { kind: 'return' } });
  }
}
