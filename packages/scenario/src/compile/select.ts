import type { Audience, RoleId } from '../model';
import type { Path } from '../problems/problem';
import { short } from '../problems/shape';
import { hint } from '../problems/suggest';
import { type Context, listOf } from './context';
import type { NamedRole } from './names';

type Selector = string | readonly string[];

const PARTS: Readonly<Record<string, (role: NamedRole) => boolean>> = {
  negotiators: (role) => role.kind === 'negotiator',
  aides: (role) => role.kind === 'aide',
  team: (role) => role.kind === 'negotiator' || role.kind === 'aide',
  factions: (role) => role.kind === 'faction',
  head: (role) => role.head,
};

/** The roles that a selector means, in the order of the scenario. Nobody at all is a problem. */
export function selectRoles(context: Context, selector: Selector, path: Path): readonly RoleId[] {
  const chosen = new Set<string>();
  let understood = true;
  for (const { word, at } of wordsOf(selector, path)) {
    if (word === 'host') {
      context.problem(at, 'wrong-reference', '`host` is not a role: name roles or sides here');
      understood = false;
      continue;
    }
    const roles = rolesNamed(context, word, at);
    if (roles === null) understood = false;
    for (const role of roles ?? []) chosen.add(role);
  }
  if (understood && chosen.size === 0) context.problem(path, 'inconsistent', 'means no role at all');
  return [...context.names.roles.keys()].filter((role) => chosen.has(role));
}

/** Who is meant by an audience. */
export function selectAudience(context: Context, selector: Selector, path: Path): Audience {
  const words = wordsOf(selector, path);
  // The host sees everything anyway, so that beside others the word adds nothing.
  const others = words.filter(({ word }) => word !== 'host');
  if (words.length > 0 && others.length === 0) return { kind: 'host' };
  if (others.some(({ word }) => word === 'everyone')) return { kind: 'everyone' };
  return {
    kind: 'roles',
    roles: selectRoles(
      context,
      others.map(({ word }) => word),
      path,
    ),
  };
}

function wordsOf(selector: Selector, path: Path): { word: string; at: Path }[] {
  const listed = typeof selector !== 'string';
  return listOf(selector).map((word, at) => ({ word, at: listed ? [...path, at] : path }));
}

function rolesNamed(context: Context, word: string, path: Path): readonly RoleId[] | null {
  const { roles, sides } = context.names;
  const all = [...roles];
  const ids = (found: (role: NamedRole) => boolean) =>
    all.filter(([, role]) => found(role)).map(([id]) => id);
  if (word === 'everyone') return ids(() => true);
  if (word === 'table') return ids((role) => role.kind === 'negotiator');
  if (sides.has(word)) return ids((role) => role.side === word);
  if (roles.has(word)) return [word];
  const dot = word.indexOf('.');
  const side = word.slice(0, dot);
  const part = Object.hasOwn(PARTS, word.slice(dot + 1)) ? PARTS[word.slice(dot + 1)] : undefined;
  if (dot > 0 && part !== undefined && sides.has(side))
    return ids((role) => role.side === side && part(role));
  context.problem(path, 'unknown-reference', () => {
    const parts = [...sides].flatMap((one) => Object.keys(PARTS).map((name) => `${one}.${name}`));
    const known = dot > 0 ? parts : ['everyone', 'host', 'table', ...sides, ...roles.keys()];
    return `\`${short(word)}\` names nobody${hint(word, known)}`;
  });
  return null;
}
