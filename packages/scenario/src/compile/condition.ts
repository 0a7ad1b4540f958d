import type { AuthorCondition } from '../format/condition';
import type { Condition } from '../model';
import type { Path } from '../problems/problem';
import { hint } from '../problems/suggest';
import { type Context, listOf, refers, refersToRole } from './context';
import { compileSomeTerms } from './terms';

/** Where a condition stands, which decides what it may ask about. */
export interface Scene {
  /** The move it belongs to, if any. */
  readonly move: string | null;
  /** Hidden values it may ask for: key → values. Null where they are not known. */
  readonly secrets: ReadonlyMap<string, readonly string[]> | null;
  /** Something is picked with the move. */
  readonly picks: boolean;
  /** It decides whether a move may be made: only what its makers can see may be asked. */
  readonly open: boolean;
  /** The number of bargaining rounds. */
  readonly rounds: number;
}

type Mapping = Exclude<AuthorCondition, string>;

function compileCondition(context: Context, written: AuthorCondition, path: Path, scene: Scene): Condition {
  if (written === 'initialled') return { kind: 'initialled' };
  const parts = partsOf(context, written, path, scene);
  if (parts.length === 0) context.problem(path, 'incomplete', 'asks nothing');
  const [first] = parts;
  return first !== undefined && parts.length === 1 ? first : { kind: 'all', of: parts };
}

/** As written or null. */
export function compileWhen(
  context: Context,
  written: AuthorCondition | undefined,
  path: Path,
  scene: Scene,
): Condition | null {
  return written === undefined ? null : compileCondition(context, written, path, scene);
}

function partsOf(context: Context, written: Mapping, path: Path, scene: Scene): Condition[] {
  return [
    ...groups(context, written, path, scene),
    ...recordTests(context, written, path, scene),
    ...moveTests(context, written, path, scene),
  ];
}

function groups(context: Context, written: Mapping, path: Path, scene: Scene): Condition[] {
  const parts: Condition[] = [];
  for (const kind of ['all', 'any'] as const) {
    const inner = written[kind];
    if (inner === undefined) continue;
    if (inner.length === 0) context.problem([...path, kind], 'incomplete', 'lists no condition');
    parts.push({
      kind,
      of: inner.map((one, at) => compileCondition(context, one, [...path, kind, at], scene)),
    });
  }
  if (written.not !== undefined)
    parts.push({ kind: 'not', of: compileCondition(context, written.not, [...path, 'not'], scene) });
  return parts;
}

function recordTests(context: Context, written: Mapping, path: Path, scene: Scene): Condition[] {
  const parts: Condition[] = [];
  if (written.taken !== undefined) {
    const { move, times } =
      typeof written.taken === 'string' ? { move: written.taken, times: 1 } : written.taken;
    refers(
      context,
      'move',
      move,
      typeof written.taken === 'string' ? [...path, 'taken'] : [...path, 'taken', 'move'],
    );
    parts.push({ kind: 'taken', move, times });
  }
  for (const kind of ['before', 'after'] as const) {
    const trigger = written[kind];
    if (trigger === undefined) continue;
    refers(context, 'trigger', trigger, [...path, kind]);
    parts.push({ kind, trigger });
  }
  if (written.round !== undefined)
    parts.push(roundTest(context, written.round, [...path, 'round'], scene.rounds));
  for (const kind of ['agreed', 'draft'] as const) {
    const terms = written[kind];
    if (terms !== undefined) parts.push({ kind, terms: compileSomeTerms(context, terms, [...path, kind]) });
  }
  for (const kind of ['kept', 'broken'] as const) {
    const listed = typeof written[kind] !== 'string';
    for (const [at, obligation] of listOf(written[kind]).entries()) {
      refers(context, 'obligation', obligation, listed ? [...path, kind, at] : [...path, kind]);
      parts.push({ kind, obligation });
    }
  }
  return parts;
}

function roundTest(
  context: Context,
  written: number | readonly number[],
  path: Path,
  rounds: number,
): Condition {
  const [from = 1, to = from] = typeof written === 'number' ? [written, written] : written;
  if (from > to) context.problem(path, 'out-of-range', `round ${from} comes after round ${to}`);
  if (to > rounds) context.problem(path, 'out-of-range', `there are ${rounds} rounds, no round ${to}`);
  return { kind: 'round', from, to };
}

function moveTests(context: Context, written: Mapping, path: Path, scene: Scene): Condition[] {
  const parts: Condition[] = [];
  const side = written['invited-by'];
  if (side !== undefined) {
    const at = [...path, 'invited-by'];
    refers(context, 'side', side, at);
    if (scene.move === null) context.problem(at, 'inconsistent', 'only a move can be invited');
    parts.push({ kind: 'invited', by: side });
  }
  for (const [faction, least] of Object.entries(written.support ?? {})) {
    refersToRole(context, ['faction'], faction, [...path, 'support', faction], 'key');
    parts.push({ kind: 'support', faction, least });
  }
  for (const [key, value] of Object.entries(written.secret ?? {})) {
    secretTest(context, key, value, [...path, 'secret', key], scene);
    parts.push({ kind: 'secret', key, value });
  }
  if (written.picked !== undefined) {
    if (!scene.picks) context.problem([...path, 'picked'], 'inconsistent', 'nothing is picked here');
    parts.push({ kind: 'picked', least: written.picked });
  }
  if (scene.open) {
    for (const hidden of ['support', 'secret', 'picked'] as const) {
      if (written[hidden] === undefined) continue;
      const reason = 'whether a move may be made can depend only on what its makers can see';
      context.problem(
        [...path, hidden],
        'inconsistent',
        `\`${hidden}\` cannot be asked here: ${reason}`,
        'key',
      );
    }
  }
  return parts;
}

function secretTest(context: Context, key: string, value: string, path: Path, scene: Scene): void {
  if (scene.secrets === null) return;
  const values = scene.secrets.get(key);
  if (values === undefined) {
    context.problem(
      path,
      'unknown-reference',
      `unknown secret \`${key}\`${hint(key, scene.secrets.keys())}`,
      'key',
    );
  } else if (!values.includes(value)) {
    context.problem(path, 'unknown-reference', `\`${key}\` is never \`${value}\`${hint(value, values)}`);
  }
}
