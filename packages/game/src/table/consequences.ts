import { type Audience, type HappeningId, holds, type Lasts, type MoveMade, timesMade } from '@btt/protocol';
import { resisted } from '@btt/referee';
import type { Action, Case, Condition, Scale, Until } from '@btt/scenario';
import { supportOnAgreedTerms } from '../projection/reading';
import { audienceOf, type Chronicle, hears } from './chronicle';
import { affect, type Cause } from './effects';
import { endTable } from './phases/ending';
import { loseRounds } from './phases/losing';
import { roleOf, tableRoles } from './people';
import { confidenceLeaks } from './politics/confide';

/** Does the first case that holds, then what is always done. Conditions are tested before anything is done. */
export function perform(
  chronicle: Chronicle,
  cause: Cause,
  cases: readonly Case[],
  always: readonly Action[],
): void {
  const chosen = cases.find((one) => one.when === null || test(chronicle, cause, one.when));
  for (const action of [...(chosen?.do ?? []), ...always]) act(chronicle, cause, action);
}

export function test(chronicle: Chronicle, cause: Cause, condition: Condition): boolean {
  const { game } = chronicle;
  return holds(condition, before(chronicle, cause), {
    sides: game.sides,
    move: cause.source,
    picked: cause.picked,
    answering: cause.answering ?? cause.made?.id ?? null,
    support: (faction) => supportOnAgreedTerms(game, chronicle.desk(), faction),
  });
}

/** The desk as it was before the move under way was counted: an invitation that it uses is still open. */
function before(chronicle: Chronicle, cause: Cause) {
  const desk = chronicle.desk();
  return cause.made === null
    ? desk
    : { ...desk, moves: desk.moves.filter((made) => made.id !== cause.made?.id) };
}

export function act(chronicle: Chronicle, cause: Cause, action: Action): void {
  switch (action.kind) {
    case 'effect':
      if (!crosses(chronicle, cause, action.faction)) return;
      return affect(
        chronicle,
        cause,
        action.faction,
        scaled(chronicle, cause, action),
        action.deal,
        lasting(chronicle, action.until),
      );
    case 'draw': {
      const waits = chronicle.desk().settings?.luck === 'host';
      if (action.at === 'now' && !waits) return settleDraw(chronicle, cause, action.id, null);
      const id = drawKey(cause, action.id);
      const odds = oddsText(action.odds);
      return chronicle.tell('host', {
        type: 'draw-pending',
        id,
        draw: action.id,
        odds,
        cause: cause.id,
        round: chronicle.desk().round + 1,
        hint: cause.made?.headline ?? '',
      });
    }
    case 'disclose':
      return disclose(chronicle, cause, action);
    case 'oblige':
      return bind(chronicle, cause, action);
    case 'deliver': {
      const clause = chronicle.desk().text[action.issue];
      const accepted =
        clause?.option === action.option ? [...new Set([...clause.accepted, ...action.sides])] : action.sides;
      if (clause?.option !== action.option) removeInitials(chronicle);
      return chronicle.tell(tableRoles(chronicle.game), {
        type: 'clause',
        issue: action.issue,
        clause: { option: action.option, accepted, rejected: [], by: null },
      });
    }
    case 'tell':
      return chronicle.tell(audienceOf(action.to), {
        type: 'told',
        id: chronicle.nextId(),
        text: action.text,
        cause: cause.id,
      });
    case 'skip-rounds':
      return loseRounds(chronicle, action.rounds);
    case 'end':
      return endTable(chronicle, action.outcome, null, action.text);
  }
}

/** Whether what a side does reaches this faction: a table can be played with all reach across it switched off. */
function crosses(chronicle: Chronicle, cause: Cause, faction: string): boolean {
  if (chronicle.desk().settings?.crossTable !== false) return true;
  const side = cause.made ? cause.made.side : (cause.side ?? null);
  return side === null || chronicle.game.index.faction(faction)?.side === side;
}

function scaled(chronicle: Chronicle, cause: Cause, action: Extract<Action, { kind: 'effect' }>): number {
  const things = action.scale ? counted(chronicle, cause, action.scale.by, action.faction) : 0;
  const step = action.scale
    ? [...action.scale.steps].reverse().find((one) => things >= one.least)
    : { times: 1 };
  const faction = chronicle.game.index.faction(action.faction);
  const full = action.points * (step?.times ?? 0);
  const points = faction && cause.made ? resisted(full, faction, cause.made) : full;
  const nth = cause.time ?? (cause.made === null ? 1 : timesMade(chronicle.desk(), cause.source));
  if (action.stacking === 'once') return nth > 1 ? 0 : points;
  return action.stacking === 'diminishing' ? Math.trunc(points / Math.max(1, nth)) : points;
}

/** How many things were picked, over how many groups, or how many of the criticisms picked the faction truly holds. */
function counted(chronicle: Chronicle, cause: Cause, by: Scale['by'], faction: string): number {
  if (by === 'picked') return cause.picked.length;
  if (by === 'spread') {
    const items = chronicle.game.index.move(cause.source)?.pick?.items ?? [];
    return new Set(items.filter((item) => cause.picked.includes(item.id)).map((item) => item.group)).size;
  }
  return chronicle.game.scenario.criticisms.filter(
    (one) => cause.picked.includes(one.id) && one.heldBy.includes(faction),
  ).length;
}

function lasting(chronicle: Chronicle, until: Until): Lasts | null {
  switch (until.kind) {
    case 'end':
      return null;
    case 'rounds':
      return { kind: 'round', round: Math.max(1, chronicle.desk().round) + until.rounds - 1 };
    case 'trigger':
      return { kind: 'trigger', trigger: until.trigger };
    case 'obligation':
      return { kind: 'obligation', obligation: until.obligation };
  }
}

/** A draw is known by what caused it: each cause makes each of its draws once. */
function drawKey(cause: { readonly id: HappeningId }, draw: string): string {
  return `${cause.id}:${draw}`;
}

const CONFIDENCE = 'confidence-';

const oddsText = (odds: { readonly numerator: number; readonly denominator: number }) =>
  `${odds.numerator}/${odds.denominator}`;

/** Makes a draw, by chance or as the host says, and does what follows from it. */
export function settleDraw(
  chronicle: Chronicle,
  cause: Cause,
  draw: string,
  overruled: boolean | null,
): void {
  const action = chronicle.game.draws.get(draw)?.action;
  if (!action) return;
  const id = drawKey(cause, draw);
  const hit = overruled ?? chronicle.context.chance(id, action.odds);
  chronicle.tell('host', {
    type: 'drawn',
    id,
    draw,
    odds: oddsText(action.odds),
    cause: cause.id,
    hit,
    by: overruled === null ? 'chance' : 'host',
  });
  // What is out already cannot come out again: whoever let it out has seen to what follows.
  if (hit && letsOut(action) && isOut(chronicle, cause.made)) return;
  const alike = chronicle.desk().draws.filter((one) => one.draw === draw && one.hit === hit);
  for (const one of hit ? action.hit : action.miss) act(chronicle, { ...cause, time: alike.length }, one);
  if (hit && draw.startsWith(CONFIDENCE)) confidenceLeaks(chronicle, cause);
}

/** Whether a draw that hits lets more people know of the move that it comes from. */
export function letsOut(draw: Extract<Action, { kind: 'draw' }>): boolean {
  return draw.hit.some((one) => one.kind === 'disclose' && one.what === 'move');
}

/** Whether everybody knows of a move that was not made before everybody. */
function isOut(chronicle: Chronicle, made: MoveMade | null): boolean {
  if (made === null || chronicle.game.index.move(made.move)?.audience.kind === 'everyone') return false;
  return chronicle.desk().moves.find((one) => one.id === made.id)?.audience === 'everyone';
}

function disclose(chronicle: Chronicle, cause: Cause, action: Extract<Action, { kind: 'disclose' }>): void {
  const to = audienceOf(action.to);
  if (action.what === 'secret') {
    const of = cause.answering ?? cause.made?.id;
    const secret =
      of === undefined || action.secret === undefined
        ? undefined
        : chronicle.desk().secrets[of]?.[action.secret];
    if (of !== undefined && secret)
      chronicle.tell(to, { type: 'move-secret', of, key: action.secret ?? '', ...secret });
    if (action.text)
      chronicle.tell(to, {
        type: 'told',
        id: chronicle.nextId(),
        text: action.text,
        cause: hearsAll(cause.known, to) ? cause.id : null,
      });
    return;
  }
  if (!cause.made) return;
  discloseMove(chronicle, cause.made, to, action.text ?? '');
}

/** Lets more people know of a move. What everybody learns against the will of those who made it has come out, once. */
export function discloseMove(chronicle: Chronicle, made: MoveMade, to: Audience, text: string): void {
  const before = chronicle.desk().moves.find((one) => one.id === made.id)?.audience;
  const audience = to === 'everyone' ? 'everyone' : made.audience;
  chronicle.tell(to, { type: 'disclosed', made: { ...made, audience }, text });
  if (to !== 'everyone' || before === 'everyone') return;
  const out = chronicle.desk().moves.filter((one) => one.move === made.move && one.audience === 'everyone');
  const cause: Cause = {
    time: out.length,
    id: made.id,
    source: made.move,
    known: 'everyone',
    made: { ...made, audience },
    picked: made.picked,
    answering: made.answers,
  };
  for (const one of chronicle.game.index.move(made.move)?.leaked ?? []) act(chronicle, cause, one);
}

function hearsAll(known: Audience, told: Audience): boolean {
  return known === 'everyone' || (typeof told !== 'string' && told.every((role) => hears(known, role)));
}

function bind(chronicle: Chronicle, cause: Cause, action: Extract<Action, { kind: 'oblige' }>): void {
  const sides = new Set(action.who.map((role) => roleOf(chronicle.game, role)?.side ?? null));
  const side = sides.size === 1 ? ([...sides][0] ?? null) : null;
  const to = audienceOf(action.audience, action.who);
  chronicle.tell(to, {
    type: 'bound',
    id: chronicle.nextId(),
    obligation: action.id,
    who: action.who,
    side,
    ban: action.ban,
    text: action.text,
    lasts: lasting(chronicle, action.until),
    cause: cause.id,
  });
  for (const one of action.standing) act(chronicle, cause, one);
}

export function removeInitials(chronicle: Chronicle): void {
  for (const side of Object.keys(chronicle.desk().initials))
    chronicle.tell(tableRoles(chronicle.game), { type: 'initials-removed', side });
}
