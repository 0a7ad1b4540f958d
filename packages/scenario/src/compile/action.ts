import type { AuthorAction, AuthorUntil } from '../format/action';
import type { Action, Ban, Scale, Until } from '../model';
import type { Path } from '../problems/problem';
import { hint } from '../problems/suggest';
import type { Scene } from './condition';
import { type Context, listOf, refers, refersToOption, refersToRole } from './context';
import { selectAudience, selectRoles } from './select';
import { compileShare, compileSomeTerms, compileTerms } from './terms';

type Stacking = Extract<Action, { kind: 'effect' }>['stacking'];
type Written<Verb extends string> = Extract<AuthorAction, Record<Verb, unknown>>;

/** Where actions stand: what they may refer to, and what is meant where the author says nothing. */
export interface Stage extends Scene {
  readonly stacking: Stacking;
  /** Effects written here hold while this obligation is kept, unless they say otherwise. */
  readonly whileKept: string | null;
  /** What the move picks from. */
  readonly picksFrom: 'items' | 'criticisms' | null;
  /** Ids that the debrief shows: each may be written once in a scenario. */
  readonly used: { readonly draws: Set<string>; readonly obligations: Set<string> };
}

export function compileActions(
  context: Context,
  written: readonly AuthorAction[] | undefined,
  path: Path,
  stage: Stage,
): Action[] {
  return (written ?? []).flatMap((one, at) => compileAction(context, one, [...path, at], stage));
}

function compileAction(context: Context, written: AuthorAction, path: Path, stage: Stage): Action[] {
  if ('effect' in written) return effects(context, written, path, stage);
  if ('draw' in written) return [draw(context, written, path, stage)];
  if ('disclose' in written) return [disclose(context, written, path, stage)];
  if ('oblige' in written) return [oblige(context, written, path, stage)];
  if ('deliver' in written) return deliver(context, written, path);
  if ('tell' in written)
    return [{ kind: 'tell', to: selectAudience(context, written.to, [...path, 'to']), text: written.tell }];
  if ('skip-rounds' in written) return [{ kind: 'skip-rounds', rounds: written['skip-rounds'] }];
  return [{ kind: 'end', outcome: written.end, text: written.text }];
}

function effects(context: Context, written: Written<'effect'>, path: Path, stage: Stage): Action[] {
  const fallback: Until =
    stage.whileKept === null ? { kind: 'end' } : { kind: 'obligation', obligation: stage.whileKept };
  const until =
    written.until === undefined ? fallback : compileUntil(context, written.until, [...path, 'until']);
  const deal = compileTerms(context, written.deal ?? {}, [...path, 'deal']);
  const scale = written.scale && compileScale(context, written.scale, [...path, 'scale'], stage);
  const entries = Object.entries(written.effect);
  if (entries.length === 0) context.problem([...path, 'effect'], 'incomplete', 'names no faction');
  return entries.map(([faction, points]) => {
    refersToRole(context, ['faction'], faction, [...path, 'effect', faction], 'key');
    const stacking = written.stacking ?? stage.stacking;
    return { kind: 'effect', faction, points, until, stacking, deal, ...(scale ? { scale } : {}) };
  });
}

function compileUntil(context: Context, written: AuthorUntil, path: Path): Until {
  if (written === 'end') return { kind: 'end' };
  if ('rounds' in written) return { kind: 'rounds', rounds: written.rounds };
  if ('trigger' in written) {
    refers(context, 'trigger', written.trigger, [...path, 'trigger']);
    return { kind: 'trigger', trigger: written.trigger };
  }
  refers(context, 'obligation', written.obligation, [...path, 'obligation']);
  return { kind: 'obligation', obligation: written.obligation };
}

function compileScale(
  context: Context,
  written: NonNullable<Written<'effect'>['scale']>,
  path: Path,
  stage: Stage,
): Scale {
  const source = { answered: 'criticisms', spread: 'items', picked: null }[written.by];
  if (stage.picksFrom === null || (source !== null && stage.picksFrom !== source)) {
    const needs = source === null ? 'a `pick`' : `a \`pick\` from ${source}`;
    context.problem([...path, 'by'], 'inconsistent', `\`${written.by}\` needs ${needs} in the move`);
  }
  const steps = Object.entries(written.steps).map(([least, times]) => ({ least: Number(least), times }));
  if (steps.length === 0) context.problem([...path, 'steps'], 'incomplete', 'lists no step');
  return { by: written.by, steps: steps.toSorted((one, other) => one.least - other.least) };
}

function draw(context: Context, written: Written<'draw'>, path: Path, stage: Stage): Action {
  onlyOnce(context, stage.used.draws, written.draw, 'draw', [...path, 'draw']);
  if (!written.hit?.length && !written.miss?.length)
    context.problem(path, 'incomplete', 'nothing follows from this draw: write `hit` or `miss`');
  return {
    kind: 'draw',
    id: written.draw,
    odds: compileShare(context, written.odds, [...path, 'odds']),
    at: written.at,
    hit: compileActions(context, written.hit, [...path, 'hit'], stage),
    miss: compileActions(context, written.miss, [...path, 'miss'], stage),
  };
}

function disclose(context: Context, written: Written<'disclose'>, path: Path, stage: Stage): Action {
  const to = selectAudience(context, written.to, [...path, 'to']);
  const text = written.text === undefined ? {} : { text: written.text };
  const at = [...path, 'disclose'];
  if (stage.move === null) context.problem(at, 'inconsistent', 'an event discloses nothing: write `tell`');
  if (written.disclose === 'move') return { kind: 'disclose', what: 'move', to, ...text };
  if (stage.secrets !== null && !stage.secrets.has(written.disclose)) {
    const known = ['move', ...stage.secrets.keys()];
    context.problem(
      at,
      'unknown-reference',
      `unknown secret \`${written.disclose}\`${hint(written.disclose, known)}`,
    );
  }
  return { kind: 'disclose', what: 'secret', secret: written.disclose, to, ...text };
}

function oblige(context: Context, written: Written<'oblige'>, path: Path, stage: Stage): Action {
  const id = written.oblige;
  onlyOnce(context, stage.used.obligations, id, 'obligation', [...path, 'oblige']);
  const who = selectRoles(context, written.who, [...path, 'who']);
  const audience = written.audience ?? written.who;
  const until = compileUntil(context, written.until ?? 'end', [...path, 'until']);
  if (until.kind === 'obligation' && until.obligation === id) {
    context.problem([...path, 'until'], 'inconsistent', 'an obligation cannot last until itself');
  }
  const branch = (name: 'pressed' | 'upkeep' | 'standing' | 'kept' | 'broken') =>
    compileActions(context, written[name], [...path, name], {
      ...stage,
      stacking: 'each',
      whileKept: name === 'standing' ? id : null,
    });
  return {
    kind: 'oblige',
    id,
    who,
    ban: compileBan(context, written, path),
    audience: selectAudience(context, audience, [
      ...path,
      written.audience === undefined ? 'who' : 'audience',
    ]),
    until,
    pressed: branch('pressed'),
    upkeep: branch('upkeep'),
    standing: branch('standing'),
    kept: branch('kept'),
    broken: branch('broken'),
    text: written.text,
  };
}

function compileBan(context: Context, { never, must }: Written<'oblige'>, path: Path): Ban {
  if ((never === undefined) === (must === undefined))
    context.problem(path, 'incomplete', 'needs either `never` or `must`');
  if (never !== undefined) return compileNever(context, never, [...path, 'never']);
  const listed = typeof must !== 'string';
  const moves = listOf(must);
  for (const [at, move] of moves.entries())
    refers(context, 'move', move, listed ? [...path, 'must', at] : [...path, 'must']);
  return { kind: 'must', moves };
}

/** "Never accept these" is kept as "only the others are allowed". */
function compileNever(context: Context, written: NonNullable<Written<'oblige'>['never']>, path: Path): Ban {
  if ('tags' in written) {
    for (const [at, tag] of written.tags.entries()) refers(context, 'tag', tag, [...path, 'tags', at]);
    return { kind: 'tags', tags: written.tags };
  }
  const at = [...path, 'accept'];
  const allowed = compileSomeTerms(context, written.accept, at).map(({ issue, options }) => {
    const others = [...(context.names.issues.get(issue) ?? [])].filter((option) => !options.includes(option));
    if (others.length === 0)
      context.problem([...at, issue], 'inconsistent', 'leaves no option that may be accepted');
    return { issue, options: others };
  });
  return { kind: 'options', allowed };
}

function deliver(context: Context, written: Written<'deliver'>, path: Path): Action[] {
  const listed = typeof written.sides !== 'string';
  const sides = written.sides === undefined ? [...context.names.sides] : listOf(written.sides);
  for (const [at, side] of sides.entries())
    refers(context, 'side', side, listed ? [...path, 'sides', at] : [...path, 'sides']);
  return Object.entries(written.deliver).flatMap(([issue, option]) => {
    const at = [...path, 'deliver', issue];
    const known = refers(context, 'issue', issue, at, 'key') && refersToOption(context, issue, option, at);
    return known ? [{ kind: 'deliver' as const, issue, option, sides }] : [];
  });
}

function onlyOnce(context: Context, used: Set<string>, id: string, kind: string, path: Path): void {
  if (used.has(id))
    context.problem(path, 'duplicate-id', `there is another ${kind} \`${id}\`; give each its own name`);
  used.add(id);
}
