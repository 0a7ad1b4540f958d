import { briefingFormat } from '../format/briefing';
import type { Role, Scenario } from '../model';
import type { Problem } from '../problems/problem';
import { shapeProblems, short } from '../problems/shape';
import { hint } from '../problems/suggest';
import { listItems, readMarkdown } from '../source/markdown';
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

const TEACHING = 'teaching.md';
const DEBRIEF: readonly string[] = ['debrief/history.md', 'debrief/disputes.md', 'debrief/questions.md'];

/** Reads roles/<id>.md. A file that belongs to no role is a problem: its name is probably mistyped. */
export function readRoleTexts(
  files: readonly ScenarioFile[],
  names: Names,
): { texts: Map<string, PrivateTexts>; problems: Problem[] } {
  const texts = new Map<string, PrivateTexts>();
  const problems: Problem[] = [];
  for (const { path, text } of files) {
    const id = /^roles\/(?<id>.+)\.md$/.exec(path)?.groups?.['id'];
    if (id === undefined) {
      const belongs = path === 'scenario.yaml' || path === TEACHING || DEBRIEF.includes(path);
      if (!belongs)
        problems.push(
          strangeFile(path, `is no file of a scenario${hint(path, ['scenario.yaml', TEACHING, ...DEBRIEF])}`),
        );
      continue;
    }
    if (!names.roles.has(id)) {
      problems.push(strangeFile(path, `there is no role \`${short(id)}\`${hint(id, names.roles.keys())}`));
      continue;
    }
    const read = readRole(path, text);
    texts.set(id, read.texts);
    problems.push(...read.problems);
  }
  return { texts, problems };
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

export function readDebrief(files: readonly ScenarioFile[]): Scenario['debrief'] {
  const body = (name: string) => bodyOf(files, `debrief/${name}.md`);
  return { history: body('history'), disputes: body('disputes'), questions: listItems(body('questions')) };
}

/** The note for whoever teaches with the scenario. */
export function readTeaching(files: readonly ScenarioFile[]): string {
  return bodyOf(files, TEACHING);
}

function bodyOf(files: readonly ScenarioFile[], path: string): string {
  const file = files.find((one) => one.path === path);
  return file === undefined ? '' : readMarkdown(file.path, file.text).body;
}

function unclosed(file: string): Problem {
  const message = 'begins with `---`, but there is no second `---` after the card and the stake';
  return { file, line: 1, column: 1, field: '', message, code: 'not-yaml' };
}

function strangeFile(file: string, message: string): Problem {
  return { file, line: 1, column: 1, field: '', message, code: 'unknown-file' };
}
