import type { Problem } from '../problems/problem';
import { isMapping } from '../problems/schema';
import { readYaml, type Source } from '../source/yaml';
import { overlayPath } from '../translate/languages';
import { overlay } from '../translate/overlay';
import type { Report } from './context';
import { noLanguage, type ScenarioFile } from './texts';

/** The most problems told at once; of texts that are not translated far more than a scenario has. */
const MOST_PROBLEMS = 200;
const MOST_UNTRANSLATED = 20_000;

/** A scenario's written form in the language asked for. */
export interface Written {
  readonly source: Source;
  readonly raw: Readonly<Record<string, unknown>>;
  /** Null for its own. */
  readonly language: string | null;
  readonly untranslated: readonly Problem[];
}

/** The language that a written form names; English where it names none. */
export function ownLanguageOf(raw: Readonly<Record<string, unknown>>): unknown {
  return raw['language'] ?? 'en';
}

/** Reads `scenario.<language>.yaml` over the written form, or says what is wrong with it. */
export function translate(
  main: Source,
  raw: Readonly<Record<string, unknown>>,
  files: readonly ScenarioFile[],
  language: string,
): Written | Problem[] {
  const path = overlayPath(language);
  const file = files.find((one) => one.path === path);
  if (file === undefined) return [noLanguage(language)];
  const other = readYaml(path, file.text);
  if (other.value === undefined) return [...other.problems];
  if (!isMapping(other.value))
    return [...other.problems, other.problem([], 'wrong-type', 'must be a mapping')];
  const problems: Problem[] = [...other.problems];
  const untranslated: Problem[] = [];
  const into = (all: Problem[], most: number): Report => {
    return (at, code, message, on = 'value') => {
      if (all.length >= most) return;
      all.push(other.problem(at, code, typeof message === 'string' ? message : message(), on));
    };
  };
  const problem = into(problems, MOST_PROBLEMS);
  if (other.value['language'] !== language)
    problem(
      ['language'],
      'wrong-value',
      `must begin with the language in its name: \`language: ${language}\``,
    );
  const overlaid = overlay(raw, other.value, problem, into(untranslated, MOST_UNTRANSLATED));
  const source: Source = {
    ...main,
    problems: [...main.problems, ...problems],
    problem: (at, ...rest) => (overlaid.isTranslated(at) ? other : main).problem(at, ...rest),
  };
  return { source, raw: overlaid.raw, language, untranslated };
}
