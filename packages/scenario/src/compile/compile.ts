import { type AuthorScenario, FORMAT, scenarioFormat } from '../format/scenario';
import { upcast, type UpcasterChain } from '../format/upcast';
import type { Scenario } from '../model';
import { inReadingOrder, type Problem, type ProblemCode } from '../problems/problem';
import { isMapping } from '../problems/schema';
import { shapeProblems } from '../problems/shape';
import { canonicalText } from '../source/text';
import { readYaml, type Source } from '../source/yaml';
import { compileBalance } from './balance';
import { compileChannels, compileCriticisms, compileRumours, compileSpeech, compileTable } from './channels';
import { warnOfOddities } from './checks';
import type { Context, Report } from './context';
import {
  compileHistoric,
  compileIncompatible,
  compileInteractions,
  compileIssues,
  compileScores,
} from './issues';
import { compileMoves, compileTriggers, eventStage } from './move';
import { namesOf } from './names';
import { compilePolitics } from './politics';
import { compileFactions, compilePrincipals, compileRoles, compileSides } from './people';
import { type FileTexts, readTexts, type ScenarioFile } from './texts';
import { ownLanguageOf, translate, type Written } from './translate';

export type Compiled =
  | { readonly ok: true; readonly scenario: Scenario; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The most that all files together may hold, in characters. */
export const LARGEST_SCENARIO = 2_000_000;

/** The most problems told at once. */
const MOST_PROBLEMS = 200;

const MAIN = 'scenario.yaml';

/** Far more than a table could use; keeps a hostile file from taking long. */
const MOST_DEFINITIONS: Readonly<Record<string, number>> = {
  sides: 12,
  roles: 300,
  factions: 300,
  issues: 200,
  channels: 300,
  moves: 1000,
  triggers: 1000,
  criticisms: 500,
};

export interface Compiling {
  /** In which of its languages; its own if left out. */
  readonly language?: string | undefined;
  readonly upcasters?: UpcasterChain | undefined;
}

/**
 * Turns the files of a scenario into the form that the game plays, or says everything that is wrong with them, in reading
 * order. Takes any input and never throws. Paths are relative to the scenario's folder. In another language than its own it is the same
 * scenario with other texts; what is not translated stays as it is and is told among the warnings, as `untranslated`.
 */
export function compileScenario(
  given: readonly ScenarioFile[],
  { language, upcasters }: Compiling = {},
): Compiled {
  const size = given.reduce((sum, file) => sum + file.text.length, 0);
  if (size > LARGEST_SCENARIO) {
    return refused([
      fileProblem(
        'too-large',
        `the scenario is too large: ${size} characters, at most ${LARGEST_SCENARIO} are allowed`,
      ),
    ]);
  }
  const files = given.map((file) => ({ path: file.path, text: canonicalText(file.text) }));
  const main = files.find((file) => file.path === MAIN);
  if (main === undefined) return refused([fileProblem('missing-file', `there is no ${MAIN}`)]);

  const source = readYaml(MAIN, main.text);
  if (source.value === undefined) return refused(source.problems);
  if (!isMapping(source.value))
    return refused([...source.problems, source.problem([], 'wrong-type', 'must be a mapping')]);
  const version = upcast(source.value, upcasters);
  if (!version.ok) return refused([...source.problems, versionProblem(source, version.problem)]);
  if (language === undefined || language === ownLanguageOf(version.raw))
    return compileRaw({ source, raw: version.raw, language: null, untranslated: [] }, files);
  const written = translate(source, version.raw, files, language);
  return Array.isArray(written) ? refused(written) : compileRaw(written, files);
}

function compileRaw(
  { source, raw, language, untranslated }: Written,
  files: readonly ScenarioFile[],
): Compiled {
  const names = namesOf(raw);
  const texts = readTexts(files, names, language);
  const problems: Problem[] = [...source.problems, ...texts.problems];
  const warnings = [...untranslated, ...texts.untranslated];
  const author = checkShape(source, raw, problems);
  if (author === null) return refused(problems);

  const report =
    (into: Problem[]): Report =>
    (path, code, message, on = 'value') => {
      if (into.length >= MOST_PROBLEMS) return;
      into.push(source.problem(path, code, typeof message === 'string' ? message : message(), on));
    };
  const oddities: Problem[] = [];
  const context: Context = { author, names, problem: report(problems), warn: report(oddities) };
  const scenario = assemble(context, texts);
  if (problems.length > 0) return refused(problems);
  warnOfOddities(context, scenario);
  return { ok: true, scenario, warnings: inReadingOrder([...warnings, ...oddities]) };
}

/**
 * The author's form of what is well shaped. Definitions that are not are reported and left out, so that mistakes in the others
 * are found in the same run. Null where too little is left.
 */
function checkShape(
  source: Source,
  raw: Readonly<Record<string, unknown>>,
  problems: Problem[],
): AuthorScenario | null {
  const crowded = Object.entries(MOST_DEFINITIONS).filter(
    ([section, most]) => isMapping(raw[section]) && Object.keys(raw[section]).length > most,
  );
  if (crowded.length > 0) {
    problems.push(
      ...crowded.map(([section, most]) =>
        source.problem([section], 'too-large', `at most ${most} are allowed`, 'key'),
      ),
    );
    return null;
  }
  const parsed = scenarioFormat.safeParse(raw);
  if (parsed.success) return parsed.data;
  const found = shapeProblems(scenarioFormat, raw, parsed.error.issues.slice(0, MOST_PROBLEMS));
  const told = new Set(source.problems.map((problem) => problem.field));
  problems.push(
    ...found
      .map(({ path, code, message, on }) => source.problem(path, code, message, on))
      .filter(({ field }) => !told.has(field)),
  );
  const sound = scenarioFormat.safeParse(
    withoutBroken(
      raw,
      parsed.error.issues.map((issue) => issue.path),
    ),
  );
  return sound.success ? sound.data : null;
}

function withoutBroken(
  raw: Readonly<Record<string, unknown>>,
  broken: readonly (readonly PropertyKey[])[],
): Record<string, unknown> {
  const whole = new Set<string>();
  const within = new Map<string, Set<string>>();
  for (const [section, definition] of broken) {
    if (section === undefined) continue;
    const name = String(section);
    if (definition === undefined || !isMapping(raw[name])) whole.add(name);
    else within.set(name, (within.get(name) ?? new Set()).add(String(definition)));
  }
  const sound = Object.entries(raw).filter(
    ([section]) => Object.hasOwn(scenarioFormat.shape, section) && !whole.has(section),
  );
  return Object.fromEntries(sound.map(([section, value]) => [section, without(value, within.get(section))]));
}

function without(section: unknown, broken: ReadonlySet<string> | undefined): unknown {
  if (broken === undefined || !isMapping(section)) return section;
  return Object.fromEntries(Object.entries(section).filter(([definition]) => !broken.has(definition)));
}

function assemble(context: Context, texts: FileTexts): Scenario {
  const { author } = context;
  const table = compileTable(context);
  const rounds = table.rounds.length;
  const used = { draws: new Set<string>(), obligations: new Set<string>() };
  if (context.names.sides.size === 0)
    context.problem(['sides'], 'incomplete', 'there must be at least one side', 'key');
  if (context.names.issues.size === 0)
    context.problem(['issues'], 'incomplete', 'there must be at least one issue', 'key');
  if (context.names.roles.size === 0)
    context.problem([], 'incomplete', 'there must be `roles` or `factions`');
  if (author.scale.min >= author.scale.max)
    context.problem(['scale'], 'out-of-range', '`min` must be less than `max`');

  const stage = eventStage(rounds, used);
  const sides = compileSides(context);
  const roles = compileRoles(context, texts.roles);
  const scores = compileScores(context);
  const incompatible = compileIncompatible(context);
  const seats = roles.reduce((sum, role) => sum + role.capacity, 0);
  const players = author.players ?? { min: Math.min(2, seats), max: seats };
  if (players.min > players.max)
    context.problem(['players'], 'out-of-range', '`min` must not be more than `max`');
  return {
    format: FORMAT,
    id: author.id,
    title: author.title,
    language: author.language,
    tagline: author.tagline,
    summary: author.summary,
    period: author.period,
    players,
    minutes: author.minutes,
    difficulty: author.difficulty,
    devices: author.devices,
    licence: author.licence,
    sources: author.sources,
    table,
    scale: author.scale,
    sides,
    roles,
    factions: compileFactions(context, scores),
    principals: compilePrincipals(context, scores),
    issues: compileIssues(context),
    incompatible,
    interactions: compileInteractions(context),
    channels: compileChannels(context, sides, roles, stage),
    rumours: compileRumours(context),
    moves: compileMoves(context, rounds, used),
    triggers: compileTriggers(context, rounds, used),
    criticisms: compileCriticisms(context, rounds),
    speech: compileSpeech(context),
    politics: compilePolitics(context, stage),
    historic: compileHistoric(context, incompatible),
    balance: compileBalance(context),
    debrief: texts.debrief,
    teaching: texts.teaching,
  };
}

function refused(problems: readonly Problem[]): Compiled {
  return { ok: false, problems: inReadingOrder(problems).slice(0, MOST_PROBLEMS) };
}

function fileProblem(code: ProblemCode, message: string): Problem {
  return { file: MAIN, line: 1, column: 1, field: '', message, code };
}

function versionProblem(source: Source, problem: 'no-version' | 'too-new' | 'too-old'): Problem {
  const messages = {
    'no-version': `must begin with the version of the format: \`format: ${FORMAT}\``,
    'too-new': `is written in a newer format than this program reads (${FORMAT})`,
    'too-old': 'is written in a format that this program no longer reads',
  };
  return source.problem(['format'], 'unknown-format', messages[problem]);
}
