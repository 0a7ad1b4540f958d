import type { AuthorScenario } from '../format/scenario';
import type { Path, ProblemCode } from '../problems/problem';
import { hint } from '../problems/suggest';
import { short } from '../problems/shape';
import type { Names } from './names';

export type Where = 'key' | 'value';

/** A message that is dear to make is given as a function: it is not called when nothing more can be told. */
export type Report = (path: Path, code: ProblemCode, message: string | (() => string), on?: Where) => void;

/** What every part of the compiler is given: the author's form, the names in it, and where to say what is wrong. */
export interface Context {
  readonly author: AuthorScenario;
  readonly names: Names;
  readonly problem: Report;
  readonly warn: Report;
}

const NAMED = {
  side: (names: Names) => names.sides,
  move: (names: Names) => names.moves,
  trigger: (names: Names) => names.triggers,
  issue: (names: Names) => new Set(names.issues.keys()),
  obligation: (names: Names) => names.obligations,
  tag: (names: Names) => names.tags,
} as const;

/** Whether the scenario has it; if not, says so. */
export function refers(
  context: Context,
  kind: keyof typeof NAMED,
  id: string,
  path: Path,
  on: Where = 'value',
): boolean {
  return refersAmong(context, kind, NAMED[kind](context.names), id, path, on);
}

export function refersToOption(context: Context, issue: string, option: string, path: Path): boolean {
  const options = context.names.issues.get(issue) ?? new Set<string>();
  return refersAmong(context, `option of \`${issue}\``, options, option, path, 'value');
}

/** A role of one of the kinds; a role of another kind is called what it is. */
export function refersToRole(
  context: Context,
  kinds: readonly ('faction' | 'negotiator')[],
  id: string,
  path: Path,
  on: Where = 'value',
): boolean {
  const role = context.names.roles.get(id);
  if (role !== undefined && (role.kind === null || kinds.some((kind) => kind === role.kind))) return true;
  const wanted = kinds.join(' or ');
  if (role === undefined) {
    const known = [...context.names.roles]
      .filter(([, one]) => kinds.some((kind) => kind === one.kind))
      .map(([name]) => name);
    return refersAmong(context, wanted, new Set(known), id, path, on);
  }
  context.problem(path, 'wrong-reference', `\`${id}\` is a role of kind ${role.kind}, not a ${wanted}`, on);
  return false;
}

function refersAmong(
  context: Context,
  kind: string,
  known: ReadonlySet<string>,
  id: string,
  path: Path,
  on: Where,
): boolean {
  if (known.has(id)) return true;
  context.problem(path, 'unknown-reference', () => `unknown ${kind} \`${short(id)}\`${hint(id, known)}`, on);
  return false;
}

/** A readable name where the author gave none: `general-staff` → `General staff`. */
export function titled(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function listOf<Item extends string>(given: Item | readonly Item[] | undefined): readonly Item[] {
  if (given === undefined) return [];
  return typeof given === 'string' ? [given] : given;
}
