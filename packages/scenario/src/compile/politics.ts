import type { AuthorPolitics } from '../format/politics';
import type { Action, Politics, SideId } from '../model';
import type { Path } from '../problems/problem';
import { compileActions, type Stage } from './action';
import { type Context, listOf, refers } from './context';
import { selectRoles } from './select';
import { compileShare } from './terms';

/** What is meant where the author says nothing. */
export const USUAL_POLITICS: Politics = {
  contradiction: { home: -1, abroad: -1 },
  confidence: { leak: { numerator: 1, denominator: 10 }, points: -1 },
  bloc: -1,
  assurance: -2,
  lobby: 1,
  intelligence: { cost: 1, error: 2, expert: 1 },
  foreseen: 1,
  plan: null,
};

export function compilePolitics(context: Context, stage: Stage): Politics {
  const written = context.author.politics;
  if (written === undefined) return USUAL_POLITICS;
  const path: Path = ['politics'];
  const { confidence } = written;
  return {
    contradiction: written.contradiction ?? USUAL_POLITICS.contradiction,
    confidence: confidence
      ? {
          leak: compileShare(context, confidence.leak, [...path, 'confidence', 'leak']),
          points: confidence.points,
        }
      : USUAL_POLITICS.confidence,
    bloc: written.bloc,
    assurance: written.assurance,
    lobby: written.lobby,
    intelligence: written.intelligence ?? USUAL_POLITICS.intelligence,
    foreseen: written.foreseen,
    plan: written.plan ? compilePlan(context, written.plan, [...path, 'plan'], stage) : null,
  };
}

function compilePlan(
  context: Context,
  written: NonNullable<AuthorPolitics['plan']>,
  path: Path,
  stage: Stage,
): Politics['plan'] {
  const bySide = (key: 'kept' | 'broken'): Record<SideId, readonly Action[]> =>
    Object.fromEntries(
      Object.entries(written[key]).map(([side, actions]) => {
        refers(context, 'side', side, [...path, key, side], 'key');
        return [side, compileActions(context, actions, [...path, key, side], stage)];
      }),
    );
  const listed = typeof written.moves !== 'string';
  const moves = listOf(written.moves);
  for (const [at, move] of moves.entries())
    refers(context, 'move', move, listed ? [...path, 'moves', at] : [...path, 'moves']);
  for (const tag of Object.keys(written.avoid)) refers(context, 'tag', tag, [...path, 'avoid', tag], 'key');
  return {
    by: selectRoles(context, written.by, [...path, 'by']),
    moves,
    avoid: Object.entries(written.avoid).map(([tag, label]) => ({ tag, label })),
    kept: bySide('kept'),
    broken: bySide('broken'),
  };
}
