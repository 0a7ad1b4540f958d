/** Stable codes, for tools and tests; the message is for people. */
export type ProblemCode =
  | 'not-yaml'
  | 'alias'
  | 'too-deep'
  | 'too-large'
  | 'duplicate-key'
  | 'unknown-format'
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'wrong-value'
  | 'bad-id'
  | 'unknown-reference'
  | 'wrong-reference'
  | 'duplicate-id'
  | 'out-of-range'
  | 'inconsistent'
  | 'incomplete'
  | 'missing-file'
  | 'unknown-file'
  | 'unreadable'
  | 'untranslated';

/** Something wrong in a scenario, where its author can find it. */
export interface Problem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** Path of the field, such as `factions.congress.weight`; empty for the whole file. */
  readonly field: string;
  readonly message: string;
  readonly code: ProblemCode;
}

/** From the file's root: keys and list positions. */
export type Path = readonly (string | number)[];

export function fieldOf(path: Path): string {
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join('');
}

/** `scenario.yaml:12:5 factions.congress.weight: must be a whole number` */
export function printProblem(problem: Problem): string {
  const field = problem.field === '' ? '' : ` ${problem.field}`;
  return `${problem.file}:${problem.line}:${problem.column}${field}: ${problem.message}`;
}

export function printProblems(problems: readonly Problem[]): string {
  return problems.map(printProblem).join('\n');
}

/** By file, line and column, so that an author works from top to bottom. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (one, other) =>
      compare(one.file, other.file) ||
      one.line - other.line ||
      one.column - other.column ||
      compare(one.field, other.field),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
