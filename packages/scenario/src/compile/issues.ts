import type { Interaction, Issue, OptionTest, Scenario } from '../model';
import type { Path } from '../problems/problem';
import { type Context, refers, refersToOption, refersToRole, titled } from './context';
import { compileSomeTerms } from './terms';

type Points = Record<string, Record<string, number>>;

/** Points by faction or negotiator, issue and option, gathered from everywhere they may be written. */
export interface Scoresheet {
  readonly has: (of: string) => boolean;
  readonly of: (of: string) => Readonly<Points>;
}

export function compileIssues(context: Context): Issue[] {
  return Object.entries(context.author.issues).map(([id, written]) => {
    const name = written.name ?? titled(id);
    const options = Object.entries(written.options).map(
      ([option, { label = titled(option), short = label, note }]) => ({ id: option, label, short, note }),
    );
    const least = isPlayable(context) ? 2 : 1;
    if (options.length < least) {
      context.problem(
        ['issues', id, 'options'],
        'incomplete',
        `needs at least ${least} option${least === 1 ? '' : 's'}, has ${options.length}`,
        'key',
      );
    }
    return { id, name, short: written.short ?? name, question: written.question, options };
  });
}

/** A scenario that can be played has negotiators; without, it can be scored. */
function isPlayable(context: Context): boolean {
  return [...context.names.roles.values()].some((role) => role.kind === 'negotiator');
}

export function compileScores(context: Context): Scoresheet {
  const scores = new Map<string, Points>();
  const add = (of: string, issue: string, option: string, points: number, path: Path) => {
    const sheet = scores.get(of) ?? {};
    scores.set(of, sheet);
    const row = (sheet[issue] ??= {});
    if (row[option] === undefined) row[option] = points;
    else
      context.problem(
        path,
        'duplicate-key',
        `points of \`${of}\` for \`${issue}: ${option}\` are written twice`,
        'key',
      );
  };
  for (const [issue, written] of Object.entries(context.author.issues)) {
    for (const [option, { points }] of Object.entries(written.options)) {
      for (const [of, value] of Object.entries(points)) {
        const path = ['issues', issue, 'options', option, 'points', of];
        if (refersToRole(context, ['faction', 'negotiator'], of, path, 'key'))
          add(of, issue, option, value, path);
      }
    }
  }
  const seats: readonly { section: string; of: string; written: Readonly<Points> }[] = [
    ...Object.entries(context.author.roles).map(([of, role]) => ({
      section: 'roles',
      of,
      written: role.points ?? {},
    })),
    ...Object.entries(context.author.factions).map(([of, role]) => ({
      section: 'factions',
      of,
      written: role.points ?? {},
    })),
  ];
  for (const { section, of, written } of seats) {
    for (const [issue, row] of Object.entries(written)) {
      const path = [section, of, 'points', issue];
      if (!refers(context, 'issue', issue, path, 'key')) continue;
      for (const [option, value] of Object.entries(row)) {
        if (refersToOption(context, issue, option, [...path, option]))
          add(of, issue, option, value, [...path, option]);
      }
    }
  }
  return { has: (of) => scores.has(of), of: (of) => scores.get(of) ?? {} };
}

/** Sets of options that cannot stand in one deal; each needs two issues, or an option would simply not exist. */
export function compileIncompatible(context: Context): OptionTest[][] {
  return context.author.incompatible.map((terms, at) => {
    const path = ['incompatible', at];
    if (Object.keys(terms).length === 1)
      context.problem(path, 'inconsistent', 'names only one issue: leave the option out instead');
    return compileSomeTerms(context, terms, path);
  });
}

export function compileInteractions(context: Context): Interaction[] {
  return context.author.interactions.map((written, at) => {
    const path = ['interactions', at];
    refersToRole(context, ['faction', 'negotiator'], written.of, [...path, 'of']);
    return {
      of: written.of,
      deal: compileSomeTerms(context, written.deal, [...path, 'deal']),
      points: written.points,
    };
  });
}

/** What was agreed in history must be a deal of this scenario. */
export function compileHistoric(
  context: Context,
  incompatible: readonly (readonly OptionTest[])[],
): Scenario['historic'] {
  const { historic } = context.author;
  if (historic === undefined) return null;
  const path = ['historic', 'deal'];
  for (const [issue, option] of Object.entries(historic.deal)) {
    if (refers(context, 'issue', issue, [...path, issue], 'key'))
      refersToOption(context, issue, option, [...path, issue]);
  }
  const missing = [...context.names.issues.keys()].filter((issue) => historic.deal[issue] === undefined);
  if (missing.length > 0)
    context.problem(
      path,
      'incomplete',
      `says nothing of ${missing.map((issue) => `\`${issue}\``).join(', ')}`,
      'key',
    );
  const impossible = incompatible.some(
    (set) => set.length > 0 && set.every((test) => test.options.includes(historic.deal[test.issue] ?? '')),
  );
  if (impossible)
    context.problem(path, 'inconsistent', 'holds options that are declared incompatible', 'key');
  for (const [at, move] of historic.moves.entries()) {
    if (!context.names.triggers.has(move)) refers(context, 'move', move, ['historic', 'moves', at]);
  }
  return { deal: { ...historic.deal }, moves: historic.moves };
}
