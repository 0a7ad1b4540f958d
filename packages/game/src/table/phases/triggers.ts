import type { Trigger } from '@btt/scenario';
import { audienceOf, type Chronicle } from '../chronicle';
import { act, perform, test } from '../consequences';
import { type Cause, endEffects } from '../effects';

/** More than any scenario needs; a scenario whose events set one another off without end is stopped here. */
const MOST_AT_ONCE = 100;

/** Events of the round that has just begun, in the order written. */
export function fireRoundEvents(chronicle: Chronicle): void {
  for (const trigger of chronicle.game.scenario.triggers) {
    if (chronicle.desk().outcome !== null) return;
    if (
      trigger.at.kind === 'round' &&
      trigger.at.round === chronicle.desk().round &&
      isOpen(chronicle, trigger)
    )
      fire(chronicle, trigger);
  }
}

/** Events whose condition has come true, until none is left. */
export function fireConditionalEvents(chronicle: Chronicle): void {
  if (chronicle.desk().phase !== 'bargaining') return;
  for (let fired = 0; fired < MOST_AT_ONCE; fired++) {
    const due = chronicle.game.scenario.triggers.find(
      (trigger) =>
        trigger.at.kind === 'when' &&
        isOpen(chronicle, trigger) &&
        test(chronicle, causeOf(chronicle, trigger, ''), trigger.at.when),
    );
    if (!due || chronicle.desk().outcome !== null) return;
    fire(chronicle, due);
  }
}

function isOpen(chronicle: Chronicle, trigger: Trigger): boolean {
  if (chronicle.desk().triggers[trigger.id] !== undefined) return false;
  return trigger.onlyIf === null || test(chronicle, causeOf(chronicle, trigger, ''), trigger.onlyIf);
}

/** Lets an event happen. What was bound or lasted until it ends first, then its own consequences follow. */
export function fire(chronicle: Chronicle, trigger: Trigger): void {
  const id = chronicle.nextId();
  const known = audienceOf(trigger.audience);
  chronicle.tell(known, {
    type: 'event',
    id,
    trigger: trigger.id,
    gate: trigger.gate,
    date: trigger.date,
    headline: trigger.headline,
    text: trigger.text,
    audience: known === 'everyone' ? 'everyone' : 'some',
  });
  endObligations(chronicle, (lasts) => lasts?.kind === 'trigger' && lasts.trigger === trigger.id);
  endEffects(chronicle, (lasts) => lasts.kind === 'trigger' && lasts.trigger === trigger.id);
  perform(chronicle, causeOf(chronicle, trigger, id), trigger.cases, trigger.always);
}

function causeOf(_chronicle: Chronicle, trigger: Trigger, id: string): Cause {
  return {
    id,
    source: trigger.id,
    known: audienceOf(trigger.audience),
    made: null,
    picked: [],
    answering: null,
  };
}

/** Obligations come to their end: what was forbidden has been left undone, and is kept. */
export function endObligations(
  chronicle: Chronicle,
  over: (
    lasts: { readonly kind: string; readonly trigger?: string; readonly round?: number } | null,
  ) => boolean,
): void {
  for (const [name, obligation] of Object.entries(chronicle.desk().obligations)) {
    if (obligation.state !== 'standing' || !over(obligation.lasts)) continue;
    // What had to be done and was not, is broken when its time is over.
    releaseObligation(chronicle, name, obligation.ban.kind === 'must' ? 'broken' : 'kept', null);
  }
}

export function releaseObligation(
  chronicle: Chronicle,
  name: string,
  how: 'kept' | 'broken',
  by: string | null,
): void {
  const written = chronicle.game.obligations.get(name)?.action;
  const standing = chronicle.desk().obligations[name];
  if (!written || !standing) return;
  const to = audienceOf(written.audience, standing.who);
  chronicle.tell(to, { type: 'released', obligation: name, how, by: how === 'broken' ? by : null });
  const side = sideOfOrder(chronicle, name);
  const cause: Cause = {
    id: standing.id,
    source: name,
    known: to,
    made: null,
    side,
    picked: [],
    answering: null,
  };
  if (how === 'broken')
    endEffects(chronicle, (lasts) => lasts.kind === 'obligation' && lasts.obligation === name);
  for (const one of how === 'kept' ? written.kept : written.broken) act(chronicle, cause, one);
}

/** Whose order it is: of the side that is bound, or of whoever made the move. null: an event’s. */
export function sideOfOrder(chronicle: Chronicle, name: string): string | null {
  const desk = chronicle.desk();
  const order = desk.obligations[name];
  return order?.side ?? desk.moves.find((made) => made.id === order?.cause)?.side ?? null;
}
