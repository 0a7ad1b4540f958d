import { type Desk, type PlanPromise, refuse } from '@btt/protocol';
import type { Game } from '../../game';
import type { Chronicle } from '../chronicle';
import { act } from '../consequences';
import type { Cause } from '../effects';
import { type Actor, type Of, outsideBargaining } from '../decide/actor';
import type { Verdict } from '../decide/verdict';
import { changeCapital } from './capital';
import { headOf } from './teams';

/** Offers somebody of another side an understanding of what each side will do, or leave undone, for the other's factions. */
export function offerPlan(chronicle: Chronicle, actor: Actor, command: Of<'offer-plan'>): Verdict {
  const { game } = chronicle;
  const plan = game.scenario.politics.plan;
  if (!plan?.by.includes(actor.role.id) || actor.role.side === null) return refuse('not-entitled');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  const partner = game.index.role(command.to);
  if (!partner || !planPartners(game, actor.role.id).includes(partner.id)) return refuse('unknown-role');
  const sides = [actor.role.side, partner.side];
  const sound = command.promises.every(
    (promise) =>
      sides.includes(promise.side) &&
      (promise.until === null || promise.until >= actor.view.round) &&
      (promise.kind === 'do'
        ? plan.moves.includes(promise.what) && canMake(game, promise.what, promise.side)
        : plan.avoid.some((one) => one.tag === promise.what)),
  );
  if (!sound) return refuse('wrong-picks');
  chronicle.tell([actor.role.id, partner.id], {
    type: 'plan-offered',
    id: chronicle.nextId(),
    by: actor.role.id,
    to: partner.id,
    promises: command.promises,
    words: command.words ?? null,
    round: actor.view.round,
  });
  return null;
}

export function answerPlan(chronicle: Chronicle, actor: Actor, command: Of<'answer-plan'>): Verdict {
  const plan = actor.view.politics.plans[command.plan];
  if (!plan || plan.to !== actor.role.id) return refuse('unknown-happening');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  if (plan.state !== 'offered') return refuse('nothing-to-do');
  chronicle.tell([plan.by, plan.to], {
    type: 'plan-answered',
    plan: command.plan,
    role: actor.role.id,
    accepted: command.accept,
  });
  return null;
}

/** Those of other sides who may sign with a role. */
export function planPartners(game: Game, role: string): string[] {
  const side = game.index.role(role)?.side ?? null;
  const signers = game.scenario.politics.plan?.by ?? [];
  if (!signers.includes(role)) return [];
  return signers.filter((other) => {
    const theirs = game.index.role(other)?.side ?? null;
    return theirs !== null && theirs !== side;
  });
}

export function canMake(game: Game, move: string, side: string): boolean {
  return game.index.move(move)?.by.some((role) => game.index.role(role)?.side === side) ?? false;
}

/** Settles what has been kept or broken by what has just happened: moves made since `before`, a round that ended, or the outcome. */
export function settlePlans(chronicle: Chronicle, before: Desk): void {
  const desk = chronicle.desk();
  const fresh = desk.moves.slice(before.moves.length);
  for (const [id, plan] of Object.entries(desk.politics.plans)) {
    if (plan.state !== 'signed') continue;
    plan.promises.forEach((promise, at) => {
      if (promise.state !== 'open') return;
      const made = fresh.find((move) => move.side === promise.side && touches(promise, move));
      if (made) settle(chronicle, id, at, promise.kind === 'do' ? 'kept' : 'broken', made.id);
      else if (isOver(promise, desk))
        settle(chronicle, id, at, promise.kind === 'do' ? 'broken' : 'kept', null);
    });
  }
}

function touches(promise: PlanPromise, move: Desk['moves'][number]): boolean {
  return promise.kind === 'do' ? move.move === promise.what : move.tags.includes(promise.what);
}

function isOver(promise: PlanPromise, desk: Desk): boolean {
  return desk.outcome !== null || (promise.until !== null && desk.round > promise.until);
}

function settle(
  chronicle: Chronicle,
  id: string,
  promise: number,
  how: 'kept' | 'broken',
  by: string | null,
): void {
  const { plans } = chronicle.desk().politics;
  const plan = plans[id];
  const settled = plan?.promises[promise];
  const written = chronicle.game.scenario.politics.plan;
  if (!plan || !settled || !written) return;
  const { side } = settled;
  const known = [plan.by, plan.to];
  const again = Object.values(plans).some((other) =>
    other.promises.some((one) => one.state === how && isSame(one, settled)),
  );
  chronicle.tell(known, { type: 'promise-settled', plan: id, promise, how, by });
  // What was promised twice is one promise: nobody lives on words that are easily kept.
  if (again) return;
  const head = headOf(chronicle.game, side);
  // Who keeps a promise is trusted with a little more; who breaks one pays for it.
  if (head) changeCapital(chronicle, head, how === 'kept' ? 1 : -1, id);
  const cause: Cause = { id, source: 'plan', known, made: null, side, picked: [], answering: null };
  for (const action of written[how][side] ?? []) act(chronicle, cause, action);
}

function isSame(one: PlanPromise, other: PlanPromise): boolean {
  return one.side === other.side && one.kind === other.kind && one.what === other.what;
}
