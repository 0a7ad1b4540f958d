import { messagesFor } from '@btt/referee';
import type { Chronicle } from '../chronicle';
import { act, settleDraw } from '../consequences';
import { type Cause, endEffects } from '../effects';
import { audienceOf } from '../chronicle';
import { endTable } from './ending';
import { lastRound } from './losing';
import { endObligations, fireConditionalEvents, fireRoundEvents, sideOfOrder } from './triggers';

export const MINUTE = 60_000;

/** The clock for a phase of so many minutes; a paused table gets the time but stays paused. */
export function deadlineAfter(chronicle: Chronicle, minutes: number): number {
  return chronicle.context.at + Math.round(minutes * MINUTE);
}

/** A bargaining round begins: purses, what has lapsed, what was pending, upkeep, then the news. */
export function enterRound(chronicle: Chronicle, round: number, returned: number): void {
  const settings = chronicle.desk().settings;
  if (!settings) return;
  const minutes =
    returned > 0
      ? settings.returns.minutes
      : (settings.rounds[round - 1]?.minutes ?? settings.returns.minutes);
  chronicle.tell('everyone', {
    type: 'phase',
    phase: 'bargaining',
    round,
    deadline: deadlineAfter(chronicle, minutes),
    returned,
  });
  chronicle.tell('everyone', { type: 'capital-round', ...settings.capital });
  endEffects(chronicle, (lasts) => lasts.kind === 'round' && lasts.round < round);
  endObligations(chronicle, (lasts) => lasts?.kind === 'round' && (lasts.round ?? 0) < round);
  settleDueDraws(chronicle, round);
  payUpkeep(chronicle);
  // While an agreement is back at the table the calendar stands still: nothing new may bind a side that only wants to mend its text.
  if (returned === 0) fireRoundEvents(chronicle);
  fireConditionalEvents(chronicle);
}

/** The round is over: the next one, or no agreement when there is none. */
export function leaveRound(chronicle: Chronicle): void {
  const desk = chronicle.desk();
  const next = desk.round + 1 + desk.roundsLost;
  if (next <= lastRound(chronicle)) return enterRound(chronicle, next, desk.returned);
  endTable(
    chronicle,
    'no-agreement',
    'voluntary',
    messagesFor(chronicle.game.scenario.language).timeRanOut(),
  );
}

/** Makes the draws whose round has come. What was said late is settled when the text goes home: nothing is free because it is late. */
export function settleDueDraws(chronicle: Chronicle, round: number): void {
  for (const draw of chronicle.desk().draws) {
    if (draw.hit !== null || draw.round > round) continue;
    const cause = causeOfDraw(chronicle, draw.cause, draw.draw);
    if (cause) settleDraw(chronicle, cause, draw.draw, null);
  }
}

/** The cause of a draw that was left pending, as the desk remembers it. */
export function causeOfDraw(chronicle: Chronicle, id: string, draw: string): Cause | null {
  const source = chronicle.game.draws.get(draw)?.source;
  if (!source) return null;
  const made = chronicle.desk().moves.find((one) => one.id === id) ?? null;
  const also = made ? [made.role, ...('by' in source ? source.by : [])] : [];
  return {
    id,
    source: source.id,
    known: audienceOf(source.audience, also),
    made,
    picked: made?.picked ?? [],
    answering: made?.answers ?? null,
  };
}

function payUpkeep(chronicle: Chronicle): void {
  for (const [name, obligation] of Object.entries(chronicle.desk().obligations)) {
    const written = chronicle.game.obligations.get(name)?.action;
    if (obligation.state !== 'standing' || !written) continue;
    const cause: Cause = {
      id: obligation.id,
      source: name,
      known: audienceOf(written.audience, obligation.who),
      made: null,
      side: sideOfOrder(chronicle, name),
      picked: [],
      answering: null,
    };
    for (const one of written.upkeep) act(chronicle, cause, one);
  }
}
