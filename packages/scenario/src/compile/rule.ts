import type { AuthorRule } from '../format/rule';
import type { FactionId, Fraction, Rule, SideId } from '../model';
import type { Path } from '../problems/problem';
import { type Context, refersToRole } from './context';
import { compileShare, exactFraction } from './terms';
import type { Words } from './words';

/** A rule over the votes of factions; where none are named, over all of the side. */
export function compileRule(context: Context, written: AuthorRule, path: Path, side: SideId): Rule {
  const all = [...context.names.roles]
    .filter(([, role]) => role.kind === 'faction' && role.side === side)
    .map(([id]) => id);
  return compile(context, written, path, all);
}

function compile(context: Context, written: AuthorRule, path: Path, all: readonly FactionId[]): Rule {
  const named = (factions: readonly FactionId[], key: string) => voters(context, factions, [...path, key]);
  const votersOr = (factions: readonly FactionId[] | undefined) =>
    factions ? named(factions, 'factions') : all;
  if (written === 'unanimity') return { kind: 'unanimity', factions: all };
  if ('unanimity' in written) return { kind: 'unanimity', factions: named(written.unanimity, 'unanimity') };
  if ('consent-of' in written)
    return { kind: 'consent', factions: named(written['consent-of'], 'consent-of') };
  if ('no-bloc' in written) return { kind: 'no-bloc', factions: named(written['no-bloc'], 'no-bloc') };
  if ('quota' in written) {
    const factions = votersOr(written.factions);
    const total = written.heads ? factions.length : weightOf(context, factions);
    if (written.quota > total)
      context.warn([...path, 'quota'], 'inconsistent', `can never be reached: all together are ${total}`);
    return { kind: 'quota', weight: written.quota, heads: written.heads, factions };
  }
  if ('no-objection' in written) {
    const factions = votersOr(written.factions);
    const total = weightOf(context, factions);
    const at = [...path, 'no-objection'];
    if (written['no-objection'] > total)
      context.warn(at, 'inconsistent', `never objects: all together are ${total}`);
    return { kind: 'no-objection', weight: written['no-objection'], factions };
  }
  if ('opinion' in written)
    return {
      kind: 'opinion',
      level: levelOf(context, written.opinion, [...path, 'opinion']),
      factions: votersOr(written.factions),
    };
  if ('all' in written)
    return {
      kind: 'all',
      rules: written.all.map((one, at) => compile(context, one, [...path, 'all', at], all)),
    };
  if ('any' in written)
    return {
      kind: 'any',
      rules: written.any.map((one, at) => compile(context, one, [...path, 'any', at], all)),
    };
  if ('k' in written) {
    const rules = written['of-rules'].map((one, at) => compile(context, one, [...path, 'of-rules', at], all));
    if (written.k > rules.length)
      context.problem([...path, 'k'], 'out-of-range', `asks for ${written.k} of ${rules.length} rules`);
    return { kind: 'k-of', k: written.k, rules };
  }
  const test = 'more-than' in written ? 'more-than' : 'at-least';
  const share = 'more-than' in written ? written['more-than'] : written['at-least'];
  return {
    kind: 'majority',
    test,
    fraction: compileShare(context, share, [...path, test]),
    of: written.of,
    ...(written.quorum === undefined
      ? {}
      : { quorum: compileShare(context, written.quorum, [...path, 'quorum']) }),
    heads: written.heads,
    factions: votersOr(written.factions),
  };
}

function voters(context: Context, factions: readonly FactionId[], path: Path): FactionId[] {
  for (const [at, faction] of factions.entries()) {
    if (!refersToRole(context, ['faction'], faction, [...path, at])) continue;
    if (factions.indexOf(faction) < at)
      context.problem([...path, at], 'duplicate-id', `\`${faction}\` is named twice`);
  }
  return [...new Set(factions)];
}

function weightOf(context: Context, factions: readonly FactionId[]): number {
  return factions.reduce((sum, id) => sum + (context.author.factions[id]?.weight ?? 0), 0);
}

/** A level of support may be negative. */
function levelOf(context: Context, written: string | number, path: Path): Fraction {
  const level = exactFraction(written);
  if (level === null) context.problem(path, 'wrong-value', `\`${written}\` is no fraction`);
  return level ?? { numerator: 0, denominator: 1 };
}

/** The rule in a sentence, where the author wrote none. */
export function ruleInWords(rule: Rule, words: Words, nameOf: (faction: FactionId) => string): string {
  return `${words.rule(rule, nameOf)}.`.replace(/^./, (letter) => letter.toUpperCase());
}
