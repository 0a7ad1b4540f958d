import { briefingFormat } from '../format/briefing';
import type { Role, Scenario } from '../model';
import type { Problem } from '../problems/problem';
import { shapeProblems, short } from '../problems/shape';
import { hint } from '../problems/suggest';
import { listItems, readMarkdown } from '../source/markdown';
import { overlayPath, translatedPath, translationOf } from '../translate/languages';
import type { Names } from './names';

export interface ScenarioFile {
  /** From the scenario's folder, with forward slashes: `roles/baker.md`. */
  readonly path: string;
  readonly text: string;
}

/** What a role's Markdown file holds. */
export interface PrivateTexts extends Pick<Role, 'card' | 'stake' | 'briefing'> {
  readonly file: string;
}

/** The texts outside `scenario.yaml`, in one language. */
export interface FileTexts extends Pick<Scenario, 'debrief' | 'teaching'> {
  readonly roles: ReadonlyMap<string, PrivateTexts>;
  readonly problems: readonly Problem[];
  /** Of a translation: what is still in the scenario's own language. */
  readonly untranslated: readonly Problem[];
}

const TEACHING = 'teaching.md';
const DEBRIEF: readonly string[] = ['debrief/history.md', 'debrief/disputes.md', 'debrief/questions.md'];

/**
 * Reads the Markdown files. A file that belongs to no role is a problem: its name is probably mistyped. With a language, its
 * translations are read over them.
 */
export function readTexts(
  files: readonly ScenarioFile[],
  names: Names,
  language: string | null = null,
): FileTexts {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const problems = files.flatMap((file) => strangeness(file.path, byPath, names));
  const untranslated: Problem[] = [];
  const roles = new Map<string, PrivateTexts>();
  for (const { path, text } of files) {
    const id = roleIn(path);
    if (id === null || !names.roles.has(id)) continue;
    const own = readRole(path, text);
    problems.push(...own.problems);
    roles.set(id, own.texts);
    if (language === null) continue;
    const other = byPath.get(translatedPath(path, language));
    if (other === undefined) {
      untranslated.push(noTranslation(path, language));
      continue;
    }
    const read = readRole(other.path, other.text);
    problems.push(...read.problems);
    if (read.problems.length === 0) untranslated.push(...missingIn(read.texts, own.texts));
    roles.set(id, over(own.texts, read.texts));
  }
  const body = (path: string): string => {
    const own = bodyOf(byPath.get(path));
    if (language === null || own === '') return own;
    const other = bodyOf(byPath.get(translatedPath(path, language)));
    if (other === '') untranslated.push(noTranslation(path, language));
    return other === '' ? own : other;
  };
  const [history = '', disputes = '', questions = ''] = DEBRIEF.map(body);
  const debrief = { history, disputes, questions: listItems(questions) };
  return { roles, debrief, teaching: body(TEACHING), problems, untranslated };
}

/** Why a file is none of a scenario's, if so. */
function strangeness(path: string, all: ReadonlyMap<string, ScenarioFile>, names: Names): readonly Problem[] {
  const translation = translationOf(path);
  if (translation !== null) {
    if (all.has(translation.path)) return [];
    const known = [...all.keys()].filter((one) => translationOf(one) === null);
    const message = `there is no ${short(translation.path)} that it could translate${hint(translation.path, known)}`;
    return [strangeFile(path, message)];
  }
  const id = roleIn(path);
  if (id === null) {
    const known = ['scenario.yaml', TEACHING, ...DEBRIEF];
    return known.includes(path) ? [] : [strangeFile(path, `is no file of a scenario${hint(path, known)}`)];
  }
  if (names.roles.has(id)) return [];
  return [strangeFile(path, `there is no role \`${short(id)}\`${hint(id, names.roles.keys())}`)];
}

/** `baker` of `roles/baker.md`; null for any other file, translations as well. */
function roleIn(path: string): string | null {
  const id = /^roles\/(?<id>.+)\.md$/.exec(path)?.groups?.['id'];
  return id === undefined || translationOf(path) !== null ? null : id;
}

function readRole(file: string, text: string): { texts: PrivateTexts; problems: readonly Problem[] } {
  const { front, body } = readMarkdown(file, text);
  const empty: PrivateTexts = { file, card: null, stake: null, briefing: body };
  if (front === 'open') return { texts: empty, problems: [unclosed(file)] };
  if (front === null || front.value === null) return { texts: empty, problems: [] };
  if (front.problems.length > 0) return { texts: empty, problems: front.problems };
  const parsed = briefingFormat.safeParse(front.value);
  if (!parsed.success) {
    const found = shapeProblems(briefingFormat, front.value, parsed.error.issues);
    return {
      texts: empty,
      problems: found.map(({ path, code, message, on }) => front.problem(path, code, message, on)),
    };
  }
  return {
    texts: { ...empty, card: parsed.data.card ?? null, stake: parsed.data.stake ?? null },
    problems: [],
  };
}

function over(own: PrivateTexts, other: PrivateTexts): PrivateTexts {
  return {
    file: other.file,
    card: other.card ?? own.card,
    stake: other.stake ?? own.stake,
    briefing: other.briefing || own.briefing,
  };
}

/** Parts that the translation of a role's file leaves out. */
function missingIn(other: PrivateTexts, own: PrivateTexts): Problem[] {
  const parts = (['card', 'stake', 'briefing'] as const).filter(
    (part) => own[part] !== null && own[part] !== '' && (other[part] === null || other[part] === ''),
  );
  return parts.map((part) => untranslatedFile(other.file, part, `untranslated: the ${part} of ${own.file}`));
}

function bodyOf(file: ScenarioFile | undefined): string {
  return file === undefined ? '' : readMarkdown(file.path, file.text).body;
}

function noTranslation(path: string, language: string): Problem {
  return untranslatedFile(path, '', `untranslated: there is no ${translatedPath(path, language)}`);
}

function untranslatedFile(file: string, field: string, message: string): Problem {
  return { file, line: 1, column: 1, field, message, code: 'untranslated' };
}

/** Where a scenario has no texts in a language that was asked for. */
export function noLanguage(language: string): Problem {
  const message = `there is no ${overlayPath(language)}: the scenario is not translated into \`${short(language)}\``;
  return { file: 'scenario.yaml', line: 1, column: 1, field: '', message, code: 'missing-file' };
}

function unclosed(file: string): Problem {
  const message = 'begins with `---`, but there is no second `---` after the card and the stake';
  return { file, line: 1, column: 1, field: '', message, code: 'not-yaml' };
}

function strangeFile(file: string, message: string): Problem {
  return { file, line: 1, column: 1, field: '', message, code: 'unknown-file' };
}
