import type { AuthorFaction, AuthorRole } from '../format/people';
import type { Faction, Principal, Role, RoleKind, Side, SideColour } from '../model';
import type { Path } from '../problems/problem';
import { type Context, listOf, refers, titled } from './context';
import type { Scoresheet } from './issues';
import { compileRule, ruleInWords } from './rule';
import { compileSomeTerms } from './terms';
import type { PrivateTexts } from './texts';
import { wordsOf } from './words';

const COLOURS: readonly SideColour[] = ['blue', 'oxblood', 'green'];
const CAPACITY: Readonly<Record<RoleKind, number>> = { negotiator: 2, aide: 2, faction: 3, press: 8 };

export function compileSides(context: Context): Side[] {
  const { sides, factions, language } = context.author;
  const words = wordsOf(language);
  const nameOf = (faction: string) => factions[faction]?.name ?? titled(faction);
  return Object.entries(sides).map(([id, written], at) => {
    if (context.names.roles.has(id))
      context.problem(
        ['sides', id],
        'duplicate-id',
        `there is also a role \`${id}\`; a side and a role need different ids`,
        'key',
      );
    if (['everyone', 'host', 'table'].includes(id))
      context.problem(
        ['sides', id],
        'bad-id',
        `\`${id}\` has a meaning of its own and cannot be a side`,
        'key',
      );
    const name = written.name ?? titled(id);
    const rule = compileRule(context, written.rule, ['sides', id, 'rule'], id);
    if (![...context.names.roles.values()].some((role) => role.kind === 'faction' && role.side === id)) {
      context.warn(['sides', id], 'incomplete', 'has no faction that could ratify', 'key');
    }
    checkHead(context, id);
    return {
      id,
      name,
      short: written.short ?? name.split(' ')[0]?.slice(0, 6) ?? name,
      place: written.place ?? name,
      colour: written.colour ?? COLOURS[at % COLOURS.length] ?? 'blue',
      rule,
      ruleText: written['rule-text'] ?? ruleInWords(rule, words, nameOf),
    };
  });
}

/** Exactly one role initials for a side that has anybody at the table. */
function checkHead(context: Context, side: string): void {
  const seated = [...context.names.roles].filter(
    ([, role]) => role.side === side && (role.kind === 'negotiator' || role.kind === 'aide'),
  );
  const heads = seated.filter(([, role]) => role.head).map(([id]) => id);
  if (seated.length > 0 && heads.length === 0) {
    context.problem(
      ['sides', side],
      'incomplete',
      'nobody initials for this side: write `initials: true` at one negotiator',
      'key',
    );
  }
  for (const extra of heads.slice(1)) {
    context.problem(
      ['roles', extra, 'initials'],
      'inconsistent',
      `\`${heads[0]}\` already initials for this side`,
    );
  }
}

/** Roles in the order written: those at the table and the press first, then one for each faction. */
export function compileRoles(context: Context, texts: ReadonlyMap<string, PrivateTexts>): Role[] {
  const { roles, factions } = context.author;
  const written = [
    ...Object.entries(roles).map(([id, role]) => ({ id, kind: role.kind, role, path: ['roles', id] })),
    ...Object.entries(factions).map(([id, role]) => ({
      id,
      kind: 'faction' as const,
      role,
      path: ['factions', id],
    })),
  ];
  return written.map(({ id, kind, role, path }, at) => {
    checkRole(context, id, kind, role, path);
    const name = role.name ?? titled(id);
    return {
      id,
      kind,
      side: kind === 'press' ? null : (role.side ?? null),
      name,
      short: role.short ?? name.slice(0, 24),
      office: role.office,
      initials: context.names.roles.get(id)?.head ?? false,
      order: role.order ?? at + 1,
      capacity: role.capacity ?? CAPACITY[kind],
      ...privateTexts(context, role, texts.get(id), path),
    };
  });
}

function checkRole(
  context: Context,
  id: string,
  kind: RoleKind,
  role: AuthorRole | AuthorFaction,
  path: Path,
): void {
  if (['everyone', 'host', 'table'].includes(id))
    context.problem(path, 'bad-id', `\`${id}\` has a meaning of its own and cannot be a role`, 'key');
  if (kind === 'faction' && Object.hasOwn(context.author.roles, id)) {
    context.problem(
      path,
      'duplicate-id',
      `there is also a role \`${id}\`; a faction already makes the role of its id`,
      'key',
    );
  }
  if (kind === 'press') {
    if (role.side !== undefined)
      context.problem([...path, 'side'], 'inconsistent', 'the press belongs to no side');
  } else if (role.side === undefined) {
    context.problem([...path, 'side'], 'missing-key', '`side` is missing');
  } else {
    refers(context, 'side', role.side, [...path, 'side']);
  }
  if (kind === 'negotiator' || kind === 'faction' || !('kind' in role)) return;
  if (role.initials === true)
    context.problem([...path, 'initials'], 'inconsistent', 'only a negotiator can initial');
  for (const key of ['points', 'no-agreement'] as const) {
    if (role[key] !== undefined)
      context.problem([...path, key], 'inconsistent', 'only negotiators and factions have points');
  }
}

function privateTexts(
  context: Context,
  role: AuthorRole | AuthorFaction,
  file: PrivateTexts | undefined,
  path: Path,
): Pick<Role, 'card' | 'stake' | 'briefing'> {
  for (const key of ['card', 'stake', 'briefing'] as const) {
    const twice = role[key] !== undefined && file !== undefined && file[key] !== null && file[key] !== '';
    if (twice)
      context.problem(
        [...path, key],
        'inconsistent',
        `the ${key} is also in ${file.file}; keep one of the two`,
        'key',
      );
  }
  return {
    card: file?.card ?? role.card ?? null,
    stake: file?.stake ?? role.stake ?? null,
    briefing: (file?.briefing || role.briefing) ?? '',
  };
}

export function compileFactions(context: Context, scores: Scoresheet): Faction[] {
  return Object.entries(context.author.factions).map(([id, written]) => {
    const path: Path = ['factions', id];
    const no = written.no ?? written.yes - 1;
    const fierce = written.fierce ?? no - 2;
    if (no >= written.yes)
      context.problem(
        [...path, written.no === undefined ? 'yes' : 'no'],
        'inconsistent',
        `\`no\` (${no}) must be less than \`yes\` (${written.yes})`,
      );
    if (fierce > no)
      context.problem(
        [...path, 'fierce'],
        'inconsistent',
        `\`fierce\` (${fierce}) must not be more than \`no\` (${no})`,
      );
    return {
      id,
      side: written.side,
      weight: written.weight,
      start: written.start,
      yes: written.yes,
      no,
      fierce,
      judgement: written.judgement,
      reputation: written.reputation ?? standing(written.start),
      points: scores.of(id),
      redLines: written['red-lines'].map((line, at) => ({
        deal: compileSomeTerms(context, line.deal, [...path, 'red-lines', at, 'deal']),
        text: line.text,
      })),
      noAgreement: written['no-agreement'],
      resists: compileResists(context, written, path),
    };
  });
}

function compileResists(context: Context, { resists }: AuthorFaction, path: Path): string[] {
  const listed = typeof resists !== 'string';
  const at = [...path, 'resists'];
  return listOf(resists).filter((tag, place) => refers(context, 'tag', tag, listed ? [...at, place] : at));
}

function standing(start: number): Faction['reputation'] {
  if (start < -1) return 'opponent';
  return start > 1 ? 'supporter' : 'undecided';
}

/** Negotiators who have points, an interaction or a no-agreement value of their own. */
export function compilePrincipals(context: Context, scores: Scoresheet): Principal[] {
  const interested = new Set(context.author.interactions.map((one) => one.of));
  return Object.entries(context.author.roles)
    .filter(
      ([id, role]) =>
        role.kind === 'negotiator' &&
        (scores.has(id) || role['no-agreement'] !== undefined || interested.has(id)),
    )
    .map(([id, role]) => ({ role: id, noAgreement: role['no-agreement'] ?? 0, points: scores.of(id) }));
}
