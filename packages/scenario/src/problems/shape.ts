import { z } from 'zod';
import { ID_PATTERN } from '../format/words';
import type { Path, ProblemCode } from './problem';
import { branchOf, choicesOf, isMapping, keysOf, optionsOf, schemaAt, valueAt } from './schema';
import { hint, nearest } from './suggest';

/** What is wrong with the shape of a value, before it is tied to a file. */
export interface ShapeProblem {
  readonly path: Path;
  readonly code: ProblemCode;
  readonly message: string;
  readonly on: 'key' | 'value';
}

type Issue = z.core.$ZodIssue;

/** Of one mapping, the most unknown keys told. */
const MOST_KEYS = 50;

/** Says in an author's words what a zod schema found. */
export function shapeProblems(
  schema: z.core.$ZodType,
  value: unknown,
  issues: readonly Issue[],
): ShapeProblem[] {
  const found = issues.flatMap((issue) => explain(schema, value, issue, []));
  return found.filter((problem) => !isMistyped(problem, found) && !isBeside(problem, found));
}

/** A list where text is wanted is not also too short a text. */
function isBeside(problem: ShapeProblem, all: readonly ShapeProblem[]): boolean {
  return (
    problem.code === 'out-of-range' &&
    all.some((other) => other.code === 'wrong-type' && other.path.join() === problem.path.join())
  );
}

/** A missing key whose misspelling was found beside it is not reported twice. */
function isMistyped(problem: ShapeProblem, all: readonly ShapeProblem[]): boolean {
  if (problem.code !== 'missing-key') return false;
  const key = String(problem.path.at(-1));
  return all.some(
    (other) =>
      other.code === 'unknown-key' &&
      other.path.length === problem.path.length &&
      other.path.slice(0, -1).every((step, at) => step === problem.path[at]) &&
      nearest(String(other.path.at(-1)), [key]) !== null,
  );
}

function explain(schema: z.core.$ZodType, value: unknown, issue: Issue, base: Path): ShapeProblem[] {
  const inner = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const path = [...base, ...inner];
  const given = valueAt(value, inner);
  const here = schemaAt(schema, value, inner);
  const say = (code: ProblemCode, message: string, on: 'key' | 'value' = 'value'): ShapeProblem[] => [
    { path, code, message, on },
  ];

  if (given === undefined && inner.length > 0 && issue.code !== 'invalid_key') {
    return say('missing-key', `\`${String(inner.at(-1))}\` is missing${missingHint(here)}`);
  }
  switch (issue.code) {
    case 'unrecognized_keys': {
      const open = keysOf(here).filter((key) => !isMapping(given) || !Object.hasOwn(given, key));
      const found = issue.keys.slice(0, MOST_KEYS).map((key) => unknownKey([...path, key], key, open));
      return found.map((problem) => sortedOut(problem, here, given, path));
    }
    case 'invalid_union':
      return here instanceof z.ZodUnion
        ? explainUnion(here, given, issue, path)
        : say('wrong-value', 'is not understood');
    case 'invalid_key':
      return say('bad-id', idMessage(String(inner.at(-1) ?? '')), 'key');
    case 'invalid_type':
      return say(
        'wrong-type',
        `must be ${typeName(here instanceof z.ZodNumber && here.isInt ? 'int' : issue.expected)}${insteadOf(given)}`,
      );
    case 'invalid_value':
      return say('wrong-value', choiceMessage(given, issue.values.map(String)));
    case 'invalid_format':
      return here instanceof z.ZodString && here.def.checks?.some(isIdCheck)
        ? say('bad-id', idMessage(String(given)))
        : say('wrong-value', `\`${short(given)}\` is not written in the right form${formHint(issue)}`);
    case 'too_big':
      return say('out-of-range', `must be ${sizeName(issue.origin, `at most ${issue.maximum}`)}`);
    case 'too_small':
      return say('out-of-range', `must be ${sizeName(issue.origin, `at least ${issue.minimum}`)}`);
    case 'not_multiple_of':
    case 'invalid_element':
    case 'custom':
      return say('wrong-value', issue.message);
  }
}

function explainUnion(
  schema: z.ZodUnion,
  given: unknown,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
): ShapeProblem[] {
  const meant = branchOf(schema, given);
  const option = meant === null ? undefined : optionsOf(schema)[meant];
  const errors = meant === null ? undefined : issue.errors[meant];
  const known = keysOf(schema);
  if (
    option !== undefined &&
    errors !== undefined &&
    errors.length > 0 &&
    !(option instanceof z.ZodLiteral)
  ) {
    const found = errors.flatMap((one) => explain(option, given, one, path));
    return found.map((problem) => sortedOut(problem, schema, given, path));
  }
  if (isMapping(given)) {
    const strange = Object.keys(given).filter((key) => !known.includes(key));
    if (strange.length > 0)
      return strange
        .slice(0, MOST_KEYS)
        .map((key) => unknownKey([...path, key], key, known, choicesOf(schema)));
  }
  const choices = choicesOf(schema);
  if (choices.length > 0) {
    const meant = typeof given === 'string' ? nearest(given, choices) : null;
    const among = `needs one of ${choices.map((one) => `\`${one}\``).join(', ')}`;
    const suggestion = meant === null ? '' : `; did you mean \`${meant}\`?`;
    return [
      {
        path,
        code: isMapping(given) ? 'missing-key' : 'wrong-type',
        message: `${among}${insteadOf(given)}${suggestion}`,
        on: 'value',
      },
    ];
  }
  const types = optionsOf(schema).map((one) => typeName(one._zod.def.type));
  return [
    {
      path,
      code: 'wrong-type',
      message: `must be ${[...new Set(types)].join(' or ')}${insteadOf(given)}`,
      on: 'value',
    },
  ];
}

/** A key of another branch of a union is not unknown, it stands in the wrong company. */
function sortedOut(
  problem: ShapeProblem,
  schema: z.core.$ZodType | undefined,
  given: unknown,
  union: Path,
): ShapeProblem {
  const key = String(problem.path.at(-1));
  const misplaced =
    problem.code === 'unknown-key' &&
    problem.path.length === union.length + 1 &&
    keysOf(schema).includes(key);
  if (!misplaced || !(schema instanceof z.ZodUnion) || !isMapping(given)) return problem;
  const beside = choicesOf(schema).find((choice) => choice !== key && Object.hasOwn(given, choice));
  return beside === undefined
    ? problem
    : { ...problem, message: `\`${key}\` does not belong beside \`${beside}\`` };
}

function unknownKey(
  path: Path,
  key: string,
  known: readonly string[],
  choices: readonly string[] = known,
): ShapeProblem {
  const meant = nearest(key, known);
  const suggestion = meant === null ? hint(key, choices) : `; did you mean \`${meant}\`?`;
  return { path, code: 'unknown-key', message: `unknown key \`${short(key)}\`${suggestion}`, on: 'key' };
}

function missingHint(schema: z.core.$ZodType | undefined): string {
  const words =
    schema instanceof z.ZodEnum
      ? schema.options.map(String)
      : schema instanceof z.ZodUnion
        ? choicesOf(schema)
        : [];
  return words.length > 0 ? ` (one of ${words.map((one) => `\`${one}\``).join(', ')})` : '';
}

function choiceMessage(given: unknown, values: readonly string[]): string {
  const meant = nearest(String(given), values);
  const choices = values.map((one) => `\`${one}\``).join(', ');
  const start = values.length === 1 ? `must be ${choices}` : `must be one of ${choices}`;
  return `${start}${insteadOf(given)}${meant !== null && values.length > 1 ? `; did you mean \`${meant}\`?` : ''}`;
}

function idMessage(id: string): string {
  if (id === 'constructor') return '`constructor` cannot be an id';
  const proposal = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const suggestion =
    ID_PATTERN.test(proposal) && proposal !== id ? `; did you mean \`${short(proposal)}\`?` : '';
  return `\`${short(id)}\` is not an id: lower-case letters, digits and single hyphens, with at least one letter${suggestion}`;
}

function isIdCheck(check: z.core.$ZodCheck): boolean {
  return check instanceof z.core.$ZodCheckRegex && check._zod.def.pattern === ID_PATTERN;
}

/** Only fractions have a percent sign in their pattern. */
function formHint(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  return issue.pattern?.includes('%') === true ? ' (a fraction: `2/3`, `50%` or `0.5`)' : '';
}

function insteadOf(given: unknown): string {
  if (given === undefined) return '';
  if (given === null) return ', not empty';
  if (Array.isArray(given)) return ', not a list';
  return isMapping(given) ? ', not a mapping' : `, not \`${short(given)}\``;
}

/** Quoted in a message: one line, never long. */
export function short(given: unknown): string {
  const text = (typeof given === 'number' ? numberText(given) : String(given)).replaceAll(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** As the author wrote it: YAML has its own words for what is not a finite number. */
function numberText(given: number): string {
  if (Number.isNaN(given)) return '.nan';
  if (Number.isFinite(given)) return String(given);
  return given > 0 ? '.inf' : '-.inf';
}

function typeName(expected: string): string {
  switch (expected) {
    case 'string':
      return 'text';
    case 'int':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'boolean':
      return '`true` or `false`';
    case 'array':
      return 'a list';
    case 'object':
    case 'record':
      return 'a mapping';
    default:
      return expected;
  }
}

function sizeName(origin: string, bound: string): string {
  if (origin === 'string') return `${bound} characters long`;
  return origin === 'array' ? `a list of ${bound}` : bound;
}
