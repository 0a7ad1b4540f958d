import { dueAnswer, type MoveMade, mayMove, refuse } from '@btt/protocol';
import type { Move } from '@btt/scenario';
import { moveTerms } from '../../projection/brief';
import { audienceOf, type Chronicle } from '../chronicle';
import { perform } from '../consequences';
import { releaseObligation } from '../phases/triggers';
import type { Verdict } from './verdict';
import type { Actor, Of } from './actor';

export function makeMove(chronicle: Chronicle, actor: Actor, command: Of<'move'>): Verdict {
  const { game } = chronicle;
  const move = game.index.move(command.move);
  if (!move?.by.includes(actor.role.id)) return refuse('unknown-move');
  const wrong = mayMove(actor.view, moveTerms(move), actor.role, game.sides);
  if (wrong) return refuse(wrong);
  const picked = command.picked ?? [];
  if (!rightPicks(chronicle, move, actor, picked)) return refuse('wrong-picks');
  const secrets = chosenSecrets(move, command.secrets ?? {});
  if (!secrets) return refuse('wrong-picks');
  if (command.words !== undefined && !move.words) return refuse('not-available');
  const answers =
    move.answers === null
      ? null
      : (command.answering ?? dueAnswer(actor.view, move.answers, actor.role.side ?? ''));
  if (
    move.answers !== null &&
    !actor.view.moves.some((made) => made.id === answers && made.move === move.answers)
  )
    return refuse('nothing-to-answer');

  const id = chronicle.nextId();
  const known = audienceOf(move.audience, [...move.by, actor.role.id]);
  const made: MoveMade = {
    id,
    move: move.id,
    kind: move.kind,
    role: actor.role.id,
    side: actor.role.side,
    headline: move.headline,
    words: command.words ?? null,
    picked,
    tags: move.tags,
    asserts: move.asserts,
    invites: move.invites,
    expects: move.expects,
    answers,
    audience: known === 'everyone' ? 'everyone' : 'some',
    round: actor.view.round,
  };
  chronicle.tell(known, { type: 'move', made });
  for (const secret of secrets) chronicle.tell([actor.role.id], { type: 'move-secret', of: id, ...secret });
  pay(chronicle, actor, move.cost, id);
  breakObligations(chronicle, made);
  keepObligations(chronicle, made);
  perform(chronicle, { id, source: move.id, known, made, picked, answering: answers }, move.cases, [
    ...move.always,
    ...itemsOf(move, picked).flatMap((item) => item.do),
  ]);
  return null;
}

function itemsOf(move: Move, picked: readonly string[]) {
  return move.pick?.items.filter((item) => picked.includes(item.id)) ?? [];
}

function pay(chronicle: Chronicle, actor: Actor, cost: number, cause: string): void {
  const balance = chronicle.desk().capital[actor.role.id];
  if (cost === 0 || balance === null || balance === undefined) return;
  chronicle.tell([actor.role.id], {
    type: 'capital',
    role: actor.role.id,
    balance: balance - cost,
    change: -cost,
    cause,
  });
}

/** A move with a forbidden tag, by somebody who is bound, breaks the obligation for everybody who was bound. */
function breakObligations(chronicle: Chronicle, made: MoveMade): void {
  for (const [name, obligation] of Object.entries(chronicle.desk().obligations)) {
    const { ban, state, who } = obligation;
    if (
      state === 'standing' &&
      ban.kind === 'tags' &&
      who.includes(made.role) &&
      ban.tags.some((tag) => made.tags.includes(tag))
    ) {
      releaseObligation(chronicle, name, 'broken', made.id);
    }
  }
}

/** What somebody bound had to do has been done. */
function keepObligations(chronicle: Chronicle, made: MoveMade): void {
  for (const [name, { ban, state, who }] of Object.entries(chronicle.desk().obligations)) {
    const due = state === 'standing' && ban.kind === 'must' && who.includes(made.role);
    if (due && ban.moves.includes(made.move)) releaseObligation(chronicle, name, 'kept', made.id);
  }
}

function rightPicks(chronicle: Chronicle, move: Move, actor: Actor, picked: readonly string[]): boolean {
  if (move.pick === null) return picked.length === 0;
  const { from, items, min, max } = move.pick;
  const offered =
    from === 'items'
      ? items.map((item) => item.id)
      : chronicle.game.scenario.criticisms.filter((one) => one.side !== actor.role.side).map((one) => one.id);
  return (
    picked.length >= min &&
    picked.length <= max &&
    new Set(picked).size === picked.length &&
    picked.every((id) => offered.includes(id))
  );
}

/** One value for each hidden thing: the scenario's when it fixes it, else the actor's choice. Null when the choice is not one of those offered. */
function chosenSecrets(
  move: Move,
  chosen: Readonly<Record<string, string>>,
): { key: string; value: string; label: string }[] | null {
  const secrets = move.secrets.map(({ key, values, labels }) => {
    const at = values.length === 1 ? 0 : values.indexOf(chosen[key] ?? '');
    return { key, value: values[at], label: labels[at] };
  });
  const complete = secrets.flatMap(({ key, value, label }) =>
    value === undefined || label === undefined ? [] : [{ key, value, label }],
  );
  return complete.length === secrets.length ? complete : null;
}
