import { type Audience, type HappeningId, holds, type Lasts, type MoveMade, timesMade } from '@btt/protocol';
import type { Action, Case, Condition, Until } from '@btt/scenario';
import { supportOnAgreedTerms } from '../projection/reading';
import { audienceOf, type Chronicle, hears } from './chronicle';
import { endTable } from './phases/ending';
import { roleOf, tableRoles } from './people';

/** What makes actions happen: a move, an event, a speech; and what its conditions may ask about. */
export interface Cause {
  readonly id: HappeningId;
  /** Id of the move or trigger: repetitions are counted by it. */
  readonly source: string;
  /** Who knows of the cause. */
  readonly known: Audience;
  readonly made: MoveMade | null;
  readonly picked: readonly string[];
  readonly answering: HappeningId | null;
}

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
      return affect(
        chronicle,
        cause,
        action.faction,
        scaled(chronicle, cause, action),
        action.deal,
        lasting(chronicle, action.until),
      );
    case 'draw': {
      if (action.at === 'now') return settleDraw(chronicle, cause, action.id, null);
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
      return chronicle.tell('everyone', { type: 'rounds-lost', rounds: action.rounds });
    case 'end':
      return endTable(chronicle, action.outcome, null, action.text);
  }
}

/** Records an effect on a faction: the faction always feels it, and learns the cause if it knows of it. */
export function affect(
  chronicle: Chronicle,
  cause: Pick<Cause, 'id' | 'known'>,
  faction: string,
  points: number,
  deal: Extract<Action, { kind: 'effect' }>['deal'],
  lasts: Lasts | null,
): void {
  if (points === 0) return;
  const id = chronicle.nextId();
  chronicle.tell([faction], {
    type: 'effect',
    effect: { id, faction, points, deal, cause: hears(cause.known, faction) ? cause.id : null },
  });
  chronicle.tell('host', { type: 'effect-behind', id, cause: cause.id, lasts });
}

function scaled(chronicle: Chronicle, cause: Cause, action: Extract<Action, { kind: 'effect' }>): number {
  const things = action.scale ? counted(chronicle, cause, action.scale.by, action.faction) : 0;
  const step = action.scale
    ? [...action.scale.steps].reverse().find((one) => things >= one.least)
    : { times: 1 };
  const points = action.points * (step?.times ?? 0);
  const nth = cause.made === null ? 1 : timesMade(chronicle.desk(), cause.source);
  if (action.stacking === 'once') return nth > 1 ? 0 : points;
  return action.stacking === 'diminishing' ? Math.trunc(points / Math.max(1, nth)) : points;
}

/** How many things were picked, or how many of the criticisms picked the faction truly holds. */
function counted(chronicle: Chronicle, cause: Cause, by: 'picked' | 'answered', faction: string): number {
  if (by === 'picked') return cause.picked.length;
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
  for (const one of hit ? action.hit : action.miss) act(chronicle, cause, one);
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
  const made: MoveMade = { ...cause.made, audience: to === 'everyone' ? 'everyone' : cause.made.audience };
  chronicle.tell(to, { type: 'disclosed', made, text: action.text ?? '' });
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

/** Ends the effects that lasted until now. The faction sees its own support change back. */
export function endEffects(chronicle: Chronicle, over: (lasts: Lasts) => boolean): void {
  const desk = chronicle.desk();
  for (const effect of desk.effects) {
    const lasts = desk.behind[effect.id]?.lasts;
    if (lasts && over(lasts))
      chronicle.tell([effect.faction], { type: 'effect-ended', id: effect.id, faction: effect.faction });
  }
}
